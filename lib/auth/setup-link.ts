/** The path of the one-time page that makes the first account; null where there is an account already. */
export async function makeSetupLink(): Promise<string | null> {
  return null;
}
