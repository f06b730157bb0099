import { PageHeading } from '@/components/ui/page-heading';

export default function DashboardPage() {
  return <PageHeading title="Missile tests" />;
}
