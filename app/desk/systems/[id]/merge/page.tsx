import type { Metadata } from 'next';
import type { EntryPageProps } from '../../../entries/entry-page';
import { mergePage } from '../../../entries/merge-page';

export const metadata: Metadata = { title: 'Merge systems' };

export default async function MergeSystemPage(props: EntryPageProps) {
  return mergePage('system', props);
}
