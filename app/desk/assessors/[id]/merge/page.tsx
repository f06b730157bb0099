import type { Metadata } from 'next';
import type { EntryPageProps } from '../../../entries/entry-page';
import { mergePage } from '../../../entries/merge-page';

export const metadata: Metadata = { title: 'Merge assessors' };

export default async function MergeAssessorPage(props: EntryPageProps) {
  return mergePage('assessor', props);
}
