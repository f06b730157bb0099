import type { Metadata } from 'next';
import { type EntryPageProps, entryPage } from '../../entries/entry-page';

export const metadata: Metadata = { title: 'Site' };

export default async function SiteEntryPage(props: EntryPageProps) {
  return entryPage('site', props);
}
