import type { Metadata } from 'next';
import { type EntryPageProps, entryPage } from '../../entries/entry-page';

export const metadata: Metadata = { title: 'Context item' };

export default async function ContextEntryPage(props: EntryPageProps) {
  return entryPage('context', props);
}
