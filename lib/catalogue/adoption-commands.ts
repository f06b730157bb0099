import { z } from 'zod';
import type { Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { withAdoptedFigure } from './adopted-figure';
import { figureLabels } from './claims';
import { type Change, changeIn, type Written } from './commands';
import { conflictOf } from './edit-conflict';
import { readReferences } from './event-parts';
import { type EventRecord, fromSnapshot, type SalvoRecord, toEventRecord } from './event-record';
import { findEventRow } from './event-rows';
import { allow, canRecord } from './permissions';
import { salvoFigureWords } from './salvo-figure-words';
import { eventInput } from './schema';
import { inTransaction } from './transaction';
import { type FigureName, figureNames } from './vocabulary';

const place = z.number('is not a place in the list').int().min(0);
const figureInput = z.object({ salvo: place, figure: z.enum(figureNames) });

/** Which figure of which salvo; places in the event's lists are counted from 0. */
export type SalvoFigure = z.output<typeof figureInput>;
const adoptionInput = figureInput.extend({ assessment: place });
export type Adoption = z.output<typeof adoptionInput>;

/** Who, when, and how long the alert waits. What was adopted is the reason. */
export type FigureChange = Omit<Change, 'reason'>;

/** How it ended, in a sentence for whoever pressed the key. */
export type FigureWritten = Written & { sentence: string };

/**
 * Make what one claim gives the figure of record.
 * @param revision the revision that was seen; a newer one is a `conflict` that names what was changed since
 * @throws AppError `not-found`, `conflict`, `forbidden` below analyst, and below editor where the event is published;
 *   `invalid` where the claim does not give that figure, or names a system that is not in the catalogue
 */
export async function adoptFigure(
  slug: string,
  revision: number,
  adoption: unknown,
  change: FigureChange,
): Promise<FigureWritten> {
  const { salvo, figure, assessment } = parse(adoptionInput, adoption);
  return changeFigure(slug, revision, { salvo, figure }, change, async (event, before, tx) => ({
    next: { ...before, ...withAdoptedFigure(event, before, figure, assessment, await readReferences(tx)) },
    verb: `adopted from ${event.assessments[assessment]?.assessor}`,
  }));
}

/**
 * Undo an adoption, as one more revision: the salvo is as it was before it.
 * @param revision the revision that the adoption made, and the latest
 * @throws AppError as `adoptFigure`
 */
export async function takeBackAdoption(
  slug: string,
  revision: number,
  of: unknown,
  change: FigureChange,
): Promise<FigureWritten> {
  const salvoFigure = parse(figureInput, of);
  return changeFigure(slug, revision, salvoFigure, change, async (_event, before, tx) => {
    const earlier = await tx.revision.findFirst({
      where: { event: { slug }, number: revision - 1 },
      select: { snapshot: true },
    });
    const salvo = earlier && fromSnapshot(earlier.snapshot).salvos[salvoFigure.salvo];
    if (!salvo) throw new AppError('conflict', 'There is no adoption to undo.');
    return { next: { ...before, ...salvo }, verb: 'put back as it was before' };
  });
}

type NextSalvo = (
  event: EventRecord,
  salvo: SalvoRecord,
  tx: Tx,
) => Promise<{ next: SalvoRecord; verb: string }>;

function changeFigure(
  slug: string,
  revision: number,
  { salvo: place, figure }: SalvoFigure,
  change: FigureChange,
  nextSalvo: NextSalvo,
): Promise<FigureWritten> {
  allow(canRecord(change.actor), 'Adopting a figure takes the role of analyst.');
  return inTransaction(
    async (tx) => {
      const row = await findEventRow(tx, slug);
      const before = toEventRecord(row);
      if (before.revision !== revision) throw await conflictOf(tx, before, revision);
      const salvo = before.salvos[place];
      if (!salvo) throw new AppError('invalid', `This event has no salvo ${place + 1}.`);
      const { next, verb } = await nextSalvo(before, salvo, tx);
      const salvos = before.salvos.map((other, index) => (index === place ? next : other));
      const what =
        before.salvos.length === 1 ? figureLabels[figure] : `${figureLabels[figure]} of salvo ${place + 1}`;
      const written = await changeIn(tx, row, parse(eventInput, { ...before, salvos }), {
        ...change,
        reason: `${what} ${verb}`,
      });
      return { ...written, sentence: sentenceOf(`${what} ${verb}`, figure, place, before, written) };
    },
    ({ changed }) => changed,
  );
}

function sentenceOf(
  what: string,
  figure: FigureName,
  place: number,
  before: EventRecord,
  { event, changed }: Written,
): string {
  if (!changed) return 'That is the figure of record already: nothing was changed.';
  const [was, is] = [before, event].map(({ salvos, timeZone }) => {
    const salvo = salvos[place];
    return (salvo && salvoFigureWords(salvo, timeZone)[figure]) ?? 'unknown';
  });
  return was === is ? `${what}: ${is}, as before.` : `${what}: ${is}. It was ${was}.`;
}
