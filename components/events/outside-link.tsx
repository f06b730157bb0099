/** A link to somebody else's page: it is told nothing of where the reader came from, and the link vouches for nothing. */
export function OutsideLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a
      href={href}
      rel="noopener noreferrer nofollow"
      className="underline decoration-line-strong underline-offset-4 [overflow-wrap:anywhere] hover:decoration-ink"
    >
      {children}
    </a>
  );
}
