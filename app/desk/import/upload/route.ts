import { seeOther } from '@/app/api/mailed-links/see-other';
import { actorOf } from '@/lib/auth/actor';
import { isSignedIn } from '@/lib/auth/required-role';
import { largestFileBytes, largestFileMb } from '@/lib/catalogue/import/read-file';
import { uploadFile } from '@/lib/catalogue/import/upload-commands';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

/** What the form's own fields take beside the file. */
const formBytes = 16 * 1024;

/** A file for the import, from the form of /desk/import: a plain form's POST, since a server action takes 1 MB at the most. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await actorOf(request.headers);
    if (!isSignedIn(actor)) return seeOther('/sign-in?next=%2Fdesk%2Fimport');
    if (Number(request.headers.get('content-length') ?? 0) > largestFileBytes + formBytes)
      throw new AppError('invalid', `This file is larger than ${largestFileMb} MB.`);
    const form = await request.formData().catch(() => null);
    const file = form?.get('file');
    if (!(file instanceof File) || file.name === '') throw new AppError('invalid', 'Choose a file first.');
    const id = await uploadFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, actor);
    return seeOther(`/desk/import/${id}`);
  } catch (error) {
    if (!(error instanceof AppError)) log().error({ err: error }, 'a file was not taken');
    const problem = error instanceof AppError ? error.message : 'The file did not arrive. Please try again.';
    return seeOther(`/desk/import?problem=${encodeURIComponent(problem)}`);
  }
}
