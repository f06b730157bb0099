import type { Metadata } from 'next';
import { newEntryPage } from '../../entries/new-page';

export const metadata: Metadata = { title: 'Add a context item' };

export default async function NewContextPage() {
  return newEntryPage('context');
}
