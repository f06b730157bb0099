import { render } from '@react-email/render';
import type { MailTemplate } from './render';
import { AlertMail } from './templates/alert-mail';
import { ConfirmationMail } from './templates/confirmation-mail';

/** The library's names a page of w3.org, and no mail of ours is to name anybody who has nothing to do with it. */
const namedDoctype = /^<!DOCTYPE[^>]*>/i;

/** The other end of render.ts. It ends with the process that started it. */
process.on('message', async ({ id, template }: { id: number; template: MailTemplate }) => {
  try {
    const html = await render(elementOf(template));
    process.send?.({ id, html: html.replace(namedDoctype, '<!DOCTYPE html>') });
  } catch (error) {
    process.send?.({ id, fault: String(error) });
  }
});

// Ctrl-C reaches the whole group: what is being rendered is finished, and the parent decides when to end.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));

function elementOf(template: MailTemplate) {
  return template.name === 'alert' ? (
    <AlertMail content={template.content} />
  ) : (
    <ConfirmationMail content={template.content} />
  );
}
