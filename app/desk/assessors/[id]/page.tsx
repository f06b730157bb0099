import type { Metadata } from 'next';
import { type EntryPageProps, entryPage } from '../../entries/entry-page';

export const metadata: Metadata = { title: 'Assessor' };

export default async function AssessorEntryPage(props: EntryPageProps) {
  return entryPage('assessor', props);
}
