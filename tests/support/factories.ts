import type { z } from 'zod';
import { recordEvent } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import type { Actor } from '@/lib/catalogue/permissions';
import type { eventInput, salvoInput } from '@/lib/catalogue/schema';

/** The three standing people of the tests, and the outsider. */
export const people: Record<'analyst' | 'editor' | 'admin' | 'outsider', Actor> = {
  analyst: { kind: 'user', id: 'analyst', name: 'Ana Lyst', role: 'analyst' },
  editor: { kind: 'user', id: 'editor', name: 'Ed Itor', role: 'editor' },
  admin: { kind: 'user', id: 'admin', name: 'Ad Min', role: 'admin' },
  outsider: { kind: 'user', id: null, name: 'visitor', role: 'viewer' },
};

type SalvoEntry = Partial<z.input<typeof salvoInput>>;
type EventEntry = Omit<Partial<z.input<typeof eventInput>>, 'salvos'> & { salvos?: SalvoEntry[] };

export const aCitation = {
  publisher: 'Yonhap',
  title: 'N. Korea fires what appear to be cruise missiles',
  url: 'https://en.yna.co.kr/view/AEN20200414006452325',
  publishedOn: '2020-04-14',
};

/** The event of 14 April 2020 as it was first reported, with whatever a test wants different. */
export function anEvent({ salvos = [{}], ...overrides }: EventEntry = {}): z.input<typeof eventInput> {
  return {
    country: 'KP',
    localDate: '2020-04-14',
    status: 'preliminary',
    assessments: [
      {
        assessor: 'ROK JCS',
        statedOn: '2020-04-14',
        text: 'Several projectiles presumed to be short-range cruise missiles were fired from Munchon.',
        hedge: 'presumed',
        figures: { class: 'CM', distanceKm: 150, site: 'Munchon' },
        citation: aCitation,
      },
    ],
    ...overrides,
    salvos: salvos.map((salvo) => ({
      class: 'CM' as const,
      site: 'munchon',
      countMin: 1,
      countText: 'several',
      distanceKm: 150,
      launchedAt: '2020-04-13T22:00:00Z',
      ...salvo,
    })),
  };
}

/** Record `anEvent(overrides)` as the editor, its alert due at once. */
export async function recorded(overrides: EventEntry = {}): Promise<EventRecord> {
  const { event } = await recordEvent(anEvent(overrides), {
    actor: people.editor,
    reason: 'test',
    holdSeconds: 0,
  });
  return event;
}
