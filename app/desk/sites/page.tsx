import type { Metadata } from 'next';
import { entryListPage, type ListPageProps } from '../entries/list-page';

export const metadata: Metadata = { title: 'Sites' };

export default async function SitePage(props: ListPageProps) {
  return entryListPage('site', props);
}
