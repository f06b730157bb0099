import type { Metadata } from 'next';
import { type EntryPageProps, entryPage } from '../../entries/entry-page';

export const metadata: Metadata = { title: 'System' };

export default async function SystemEntryPage(props: EntryPageProps) {
  return entryPage('system', props);
}
