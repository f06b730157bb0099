import { createServer } from 'node:net';
import { AppError } from '@/lib/errors';

/**
 * Make sure that `port` can be listened on, before anything is done that takes time.
 * @param port 0 for any free one
 * @returns the port, chosen where it was 0
 * @throws AppError `unavailable` where it is taken, or not allowed
 */
export function freePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refusal(port, error.code)));
    // As the web server will: on every address.
    probe.listen(port, () => {
      const address = probe.address();
      const chosen = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(chosen));
    });
  });
}

function refusal(port: number, code: string | undefined): AppError {
  const why =
    code === 'EADDRINUSE'
      ? 'is in use by another program'
      : code === 'EACCES'
        ? 'is not allowed to this user'
        : `cannot be listened on (${code})`;
  return new AppError('unavailable', `Port ${port} ${why}. Set PORT to another one.`);
}
