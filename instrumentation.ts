/** Next calls this once, before it serves anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { subscribe } = await import('node:diagnostics_channel');
  const { settleForwardedFor } = await import('@/lib/http/client-network');
  // Next passes on what a client claims about its address, and gives no later look at the connection.
  subscribe('http.server.request.start', (message) => {
    settleForwardedFor((message as { request: Parameters<typeof settleForwardedFor>[0] }).request);
  });
}
