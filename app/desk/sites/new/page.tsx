import type { Metadata } from 'next';
import { newEntryPage } from '../../entries/new-page';

export const metadata: Metadata = { title: 'Add a site' };

export default async function NewSitePage() {
  return newEntryPage('site');
}
