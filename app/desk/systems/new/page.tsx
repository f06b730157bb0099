import type { Metadata } from 'next';
import { newEntryPage } from '../../entries/new-page';

export const metadata: Metadata = { title: 'Add a system' };

export default async function NewSystemPage() {
  return newEntryPage('system');
}
