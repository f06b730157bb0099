/** A subscription's id out of an address or a form; 0, which none has, for anything else. */
export function subscriptionId(given: unknown): number {
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : 0;
}
