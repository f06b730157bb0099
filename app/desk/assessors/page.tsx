import type { Metadata } from 'next';
import { entryListPage, type ListPageProps } from '../entries/list-page';

export const metadata: Metadata = { title: 'Assessors' };

export default async function AssessorPage(props: ListPageProps) {
  return entryListPage('assessor', props);
}
