/** A place holder. */
export async function benchMail(): Promise<string> {
  return 'alert mails       not measured yet';
}
