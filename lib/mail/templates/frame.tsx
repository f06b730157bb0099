import { Body, Container, Head, Html, Link, Preview, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { colours, darkStyles, fonts } from './look';

/** The sheet that every mail is printed on: the paper's name, what it says, and the small print. */
export function Frame({
  preview,
  appUrl,
  children,
  footer,
}: {
  preview: string;
  appUrl: string;
  children: ReactNode;
  footer: ReactNode;
}) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Body className="paper" style={{ backgroundColor: colours.paper, margin: 0, padding: 0 }}>
        <Preview>{preview}</Preview>
        <Container
          className="paper"
          style={{ maxWidth: 600, padding: '20px 16px 32px', backgroundColor: colours.paper }}
        >
          <Text
            className="ink rule"
            style={{
              ...text,
              fontFamily: fonts.reading,
              fontSize: 20,
              fontWeight: 600,
              margin: '0 0 24px',
              paddingBottom: 10,
              borderBottom: `1px solid ${colours.ink}`,
            }}
          >
            <Link href={appUrl} className="ink" style={{ color: colours.ink, textDecoration: 'none' }}>
              Apogee
            </Link>
          </Text>
          {children}
          <div
            className="rule"
            style={{ borderTop: `1px solid ${colours.line}`, marginTop: 28, paddingTop: 14 }}
          >
            {footer}
          </div>
        </Container>
      </Body>
    </Html>
  );
}

export const text = {
  color: colours.ink,
  fontFamily: fonts.figures,
  fontSize: 15,
  lineHeight: '23px',
  margin: '0 0 12px',
  overflowWrap: 'anywhere',
} as const;

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={text}>
      {children}
    </Text>
  );
}

export function SmallPrint({ children }: { children: ReactNode }) {
  return (
    <Text
      className="muted"
      style={{ ...text, color: colours.muted, fontSize: 13, lineHeight: '19px', margin: '0 0 8px' }}
    >
      {children}
    </Text>
  );
}

export function Headline({ children }: { children: ReactNode }) {
  return (
    <h1
      className="ink"
      style={{
        ...text,
        fontFamily: fonts.reading,
        fontSize: 26,
        lineHeight: '32px',
        fontWeight: 600,
        margin: '0 0 12px',
      }}
    >
      {children}
    </h1>
  );
}

export function Subheading({ children }: { children: ReactNode }) {
  return (
    <h2
      className="ink"
      style={{
        ...text,
        fontFamily: fonts.reading,
        fontSize: 18,
        lineHeight: '24px',
        fontWeight: 600,
        margin: '26px 0 8px',
      }}
    >
      {children}
    </h2>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="link"
      style={{ color: colours.accent, textDecoration: 'underline', textUnderlineOffset: 3 }}
    >
      {children}
    </Link>
  );
}

export function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="button"
      style={{
        display: 'inline-block',
        backgroundColor: colours.accent,
        color: colours.accentInk,
        fontFamily: fonts.figures,
        fontSize: 15,
        fontWeight: 500,
        padding: '12px 18px',
        textDecoration: 'none',
      }}
    >
      {children}
    </Link>
  );
}
