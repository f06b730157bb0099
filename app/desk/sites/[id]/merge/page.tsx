import type { Metadata } from 'next';
import type { EntryPageProps } from '../../../entries/entry-page';
import { mergePage } from '../../../entries/merge-page';

export const metadata: Metadata = { title: 'Merge sites' };

export default async function MergeSitePage(props: EntryPageProps) {
  return mergePage('site', props);
}
