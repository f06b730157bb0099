import type { Metadata } from 'next';
import { newEntryPage } from '../../entries/new-page';

export const metadata: Metadata = { title: 'Add an assessor' };

export default async function NewAssessorPage() {
  return newEntryPage('assessor');
}
