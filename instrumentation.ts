/** Next calls this once, before it serves anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { watchConnections } = await import('@/lib/http/watch-connections');
    watchConnections();
  }
}
