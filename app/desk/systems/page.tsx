import type { Metadata } from 'next';
import { entryListPage, type ListPageProps } from '../entries/list-page';

export const metadata: Metadata = { title: 'Systems' };

export default async function SystemPage(props: ListPageProps) {
  return entryListPage('system', props);
}
