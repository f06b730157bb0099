import type { Metadata } from 'next';
import { entryListPage, type ListPageProps } from '../entries/list-page';

export const metadata: Metadata = { title: 'Context at the desk' };

export default async function ContextPage(props: ListPageProps) {
  return entryListPage('context', props);
}
