import type { AlertContent, Claim, SalvoFigures, Source } from '@/lib/mail/alert-content';
import { ActionLink, Frame, Headline, Paragraph, SmallPrint, Subheading, TextLink, text } from './frame';
import { colours } from './look';

/** The mail of one event: what makes it news, what happened, who says so, and what is not known. */
export function AlertMail({ content }: { content: AlertContent }) {
  const { personal } = content;
  return (
    <Frame
      preview={content.headline}
      appUrl={content.appUrl}
      footer={
        <>
          <SmallPrint>
            You get this mail for “{personal.subscriptionName}”.{' '}
            <TextLink href={personal.unsubscribeUrl}>Unsubscribe</TextLink> ·{' '}
            <TextLink href={personal.ownPageUrl}>Your alerts</TextLink>
          </SmallPrint>
          <SmallPrint>Public reporting only. Unknown figures stay unknown.</SmallPrint>
        </>
      }
    >
      <p className="muted" style={{ ...text, color: colours.muted, fontSize: 13, margin: '0 0 6px' }}>
        {content.statusSentence}
      </p>
      <Headline>{content.headline}</Headline>
      {content.title === content.headline ? null : <Paragraph>{content.title}</Paragraph>}
      {content.furtherSentence ? <Paragraph>{content.furtherSentence}</Paragraph> : null}
      <Subheading>Figures of record</Subheading>
      {content.salvos.map((salvo) => (
        <Figures key={salvo.name} salvo={salvo} />
      ))}
      {content.unknownSentence ? <Paragraph>{content.unknownSentence}</Paragraph> : null}
      {content.claims.length > 0 ? <Subheading>Who says so</Subheading> : null}
      {content.claims.map((claim) => (
        <ClaimBlock key={`${claim.who}${claim.text}`} claim={claim} />
      ))}
      {content.sources.length > 0 ? <Subheading>Sources</Subheading> : null}
      {content.sources.map((source) => (
        <Paragraph key={source.url}>
          <SourceLine source={source} />
        </Paragraph>
      ))}
      <div style={{ marginTop: 24 }}>
        <ActionLink href={content.eventUrl}>Read the event</ActionLink>
      </div>
    </Frame>
  );
}

function Figures({ salvo }: { salvo: SalvoFigures }) {
  const cell = { ...text, margin: 0, padding: '5px 0', verticalAlign: 'top' } as const;
  return (
    <>
      {salvo.name ? <Paragraph>{salvo.name}</Paragraph> : null}
      <table
        role="presentation"
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        style={{ borderCollapse: 'collapse', marginBottom: 14 }}
      >
        <tbody>
          {salvo.figures.map(({ label, value }) => (
            <tr key={label} className="rule" style={{ borderBottom: `1px solid ${colours.line}` }}>
              <td className="muted" width="34%" style={{ ...cell, color: colours.muted, paddingRight: 12 }}>
                {label}
              </td>
              <td className="ink" style={{ ...cell, fontVariantNumeric: 'tabular-nums' }}>
                {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ClaimBlock({ claim }: { claim: Claim }) {
  return (
    <div
      className="rule"
      style={{ borderLeft: `2px solid ${colours.line}`, paddingLeft: 12, marginBottom: 14 }}
    >
      <p className="ink" style={{ ...text, margin: '0 0 2px', fontWeight: 600 }}>
        {claim.who}
      </p>
      <p className="ink" style={{ ...text, margin: 0 }}>
        {claim.text}
      </p>
      {claim.hedge ? (
        <p className="muted" style={{ ...text, color: colours.muted, margin: '2px 0 0' }}>
          In its own words: “{claim.hedge}”
        </p>
      ) : null}
    </div>
  );
}

function SourceLine({ source }: { source: Source }) {
  return (
    <>
      {source.publisher}
      {source.publishedOn ? `, ${source.publishedOn}` : ''}:{' '}
      <TextLink href={source.url}>{source.title ?? source.url}</TextLink>
    </>
  );
}
