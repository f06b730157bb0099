/** What is said at a field that may not be empty. */
export const needed = 'Please fill this in.';
