import type { ConfirmationContent } from '@/lib/mail/confirmation-content';
import { ActionLink, Frame, Headline, Paragraph, SmallPrint, TextLink } from './frame';

/** Asks whether the reader of this address wants the alerts that somebody asked for in its name. */
export function ConfirmationMail({ content }: { content: ConfirmationContent }) {
  return (
    <Frame
      preview={content.headline}
      appUrl={content.appUrl}
      footer={<SmallPrint>{content.ifNotYou}</SmallPrint>}
    >
      <Headline>{content.headline}</Headline>
      <Paragraph>{content.what}</Paragraph>
      <Paragraph>{content.next}</Paragraph>
      <div style={{ margin: '20px 0' }}>
        <ActionLink href={content.link}>{content.action}</ActionLink>
      </div>
      <SmallPrint>
        <TextLink href={content.link}>{content.link}</TextLink>
      </SmallPrint>
    </Frame>
  );
}
