import type { Metadata } from 'next';
import type { EntryPageProps } from '../../../entries/entry-page';
import { mergePage } from '../../../entries/merge-page';

export const metadata: Metadata = { title: 'Merge context items' };

export default async function MergeContextPage(props: EntryPageProps) {
  return mergePage('context', props);
}
