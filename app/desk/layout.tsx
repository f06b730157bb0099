import { DeskNav } from '@/components/desk/desk-nav';

export default function DeskLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <DeskNav />
      {children}
    </>
  );
}
