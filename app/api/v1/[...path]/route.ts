import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

/** Every path of the API that is not there. */
const notFound = route<{ path: string[] }>(async (_request, { params }) => {
  throw new AppError('not-found', `There is nothing at /api/v1/${params.path.join('/')}.`);
});

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
