/**
 * Tells the page for what is not there what was looked for: `event`. Next draws on the server only the one for addresses
 * that lead nowhere, so requests that are known to find nothing are led there.
 */
export const missingHeader = 'x-apogee-missing';
