import { formatUtc } from '@/lib/format/dates';

/** What a confirmation mail says. */
export type ConfirmationContent = {
  appUrl: string;
  headline: string;
  what: string;
  next: string;
  action: string;
  link: string;
  ifNotYou: string;
};

/** @param what the filter in words: "every missile test", "tests of cruise missiles" */
export function askToConfirm(
  what: string,
  link: string,
  expiresAt: Date,
  appUrl: string,
): ConfirmationContent {
  return {
    appUrl,
    headline: 'Confirm your alerts',
    what: `Somebody, most likely you, asked Apogee to mail this address about ${what}.`,
    next: `The link leads to a page with one button. Alerts begin when it is pressed, until ${formatUtc(expiresAt)}.`,
    action: 'Confirm your alerts',
    link,
    ifNotYou: 'If it was not you, do nothing: without the button nothing is ever sent.',
  };
}

/** For an address that has these alerts already: says so to its reader, and to nobody else. */
export function sayAlreadyConfirmed(what: string, ownPage: string, appUrl: string): ConfirmationContent {
  return {
    appUrl,
    headline: 'You get these alerts already',
    what: `Somebody, most likely you, asked Apogee to mail this address about ${what}. You are subscribed to this already.`,
    next: 'Your own page shows what you get, and ends it where you want that.',
    action: 'Open your alerts',
    link: ownPage,
    ifNotYou: 'If it was not you, do nothing: nothing has changed.',
  };
}

export function confirmationText(content: ConfirmationContent): string {
  return [content.headline, content.what, content.next, content.link, '--', content.ifNotYou].join('\n\n');
}
