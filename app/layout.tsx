import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { SiteFooter } from '@/components/ui/site-footer';
import { SiteHeader } from '@/components/ui/site-header';

export const metadata: Metadata = {
  title: { default: 'Apogee: an open tracker of missile tests', template: '%s · Apogee' },
  description:
    'Missile tests as they are publicly reported: counted, compared, and mailed to you when one is recorded.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // No page is made at build time: its scripts carry the nonce of the request.
  await connection();
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <a href="#main" className="sr-only focus:not-sr-only focus:p-3">
          Skip to the content
        </a>
        <SiteHeader />
        <main id="main" className="mx-auto w-full max-w-6xl flex-1 px-4 pb-20 sm:px-6">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
