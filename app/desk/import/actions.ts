'use server';

import type { ActionAnswer } from '@/components/desk/action-form';
import type { MappingAnswer } from '@/components/desk/import-mapping-form';
import { claimFields } from '@/lib/catalogue/import/mapping';
import {
  applyUpload,
  cancelImport,
  forgetMapping,
  mapColumns,
  replanImport,
  restartImport,
} from '@/lib/catalogue/import/upload-commands';
import { findImport } from '@/lib/catalogue/import/upload-queries';
import { AppError } from '@/lib/errors';
import { actAtDesk } from '../desk-action';

/** Say what the columns of a file are, and have it read by that. */
export async function mapImport(_before: MappingAnswer, data: FormData): Promise<MappingAnswer> {
  const values = Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const refusal = await actAtDesk(async (actor) => {
    const id = idIn(data);
    const sheet = (await findImport(id))?.sheets.find(({ name }) => name === values.sheet);
    // Chosen column by column: `column.3` is what the fourth column is.
    const chosen = claimFields.flatMap((field) => {
      const places = (sheet?.columns ?? []).flatMap((_, place) =>
        values[`column.${place}`] === field ? [place] : [],
      );
      if (places.length > 1)
        throw new AppError(
          'invalid',
          `Two columns cannot both be the same: ${places.map((place) => sheet?.columns[place]).join(', ')}.`,
        );
      return places.map((place) => [field, place] as const);
    });
    const { rowIs, clock, country, assessor } = values;
    const mapping = {
      sheet: values.sheet,
      rowIs,
      clock,
      country,
      assessor,
      columns: Object.fromEntries(chosen),
    };
    await mapColumns(id, sheet?.columns ?? [], mapping, actor);
    return `/desk/import/${id}`;
  });
  return { ...refusal, values };
}

/** Import what the dry run has shown. */
export async function applyImport(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    const id = idIn(data);
    const reason = data.get('reason');
    await applyUpload(
      id,
      { sendAlerts: data.get('alerts') === 'yes', reason: typeof reason === 'string' ? reason : '' },
      actor,
    );
    return `/desk/import/${id}`;
  });
}

/** Have the dry run worked out anew, with unknown systems and sites made or kept as text. */
export async function replan(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    const id = idIn(data);
    await replanImport(id, data.get('createUnknown') === 'yes', actor);
    return `/desk/import/${id}`;
  });
}

export async function cancel(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    const id = idIn(data);
    await cancelImport(id, actor);
    return `/desk/import/${id}`;
  });
}

/** Hand an import that does not get on to the worker again. */
export async function restart(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    const id = idIn(data);
    await restartImport(id, actor);
    return `/desk/import/${id}`;
  });
}

export async function forget(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    await forgetMapping(String(data.get('fingerprint') ?? ''), actor);
    return '/desk/import';
  });
}

function idIn(data: FormData): number {
  const id = Number(data.get('id'));
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647)
    throw new AppError('not-found', 'There is no such import.');
  return id;
}
