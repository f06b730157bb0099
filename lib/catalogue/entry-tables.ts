import type { Tx } from '@/lib/db/client';
import type { Entry, EntryInputs, NamedKind } from './entry-schema';
import type { ClassId } from './vocabulary';

/** The rows of one kind of entry. */
export type EntryTable<K extends NamedKind> = {
  /** By name. */
  all: (tx: Tx) => Promise<Entry<K>[]>;
  /** @returns the id, which is `id` where entries of this kind are given one */
  insert: (tx: Tx, id: string, input: EntryInputs[K]) => Promise<string>;
  update: (tx: Tx, id: string, input: EntryInputs[K]) => Promise<void>;
  remove: (tx: Tx, id: string) => Promise<void>;
  /** Every event that names it, drafts and withdrawn ones among them. */
  eventIds: (tx: Tx, id: string) => Promise<number[]>;
  /** Have events name another entry. */
  move: (tx: Tx, from: string, into: string) => Promise<void>;
};

const aliasesOf = (row: { aliases: { alias: string }[] }) =>
  row.aliases.map(({ alias }) => alias).sort((a, b) => a.localeCompare(b, 'en'));
const byName = { orderBy: { name: 'asc' }, include: { aliases: true } } as const;
const toRows = (aliases: string[]) => aliases.map((alias) => ({ alias }));
const anew = (aliases: string[]) => ({ deleteMany: {}, create: toRows(aliases) });
const distinct = (rows: { eventId: number }[]) => [...new Set(rows.map(({ eventId }) => eventId))];

export const entryTables: { [K in NamedKind]: EntryTable<K> } = {
  system: {
    all: async (tx) =>
      (await tx.system.findMany(byName)).map((row) => ({
        id: row.id,
        name: row.name,
        country: row.countryId,
        class: row.classId as ClassId,
        aliases: aliasesOf(row),
        notes: row.notes,
      })),
    insert: async (tx, id, { country, class: classId, aliases, ...own }) => {
      await tx.system.create({
        data: { ...own, id, countryId: country, classId, aliases: { create: toRows(aliases) } },
      });
      return id;
    },
    update: async (tx, id, { country, class: classId, aliases, ...own }) => {
      await tx.system.update({
        where: { id },
        data: { ...own, countryId: country, classId, aliases: anew(aliases) },
      });
    },
    remove: async (tx, id) => {
      await tx.system.delete({ where: { id } });
    },
    eventIds: async (tx, id) => distinct(await tx.salvo.findMany({ where: { systemId: id } })),
    move: async (tx, from, into) => {
      await tx.salvo.updateMany({ where: { systemId: from }, data: { systemId: into } });
    },
  },
  site: {
    all: async (tx) =>
      (await tx.site.findMany(byName)).map((row) => ({
        id: row.id,
        name: row.name,
        country: row.countryId,
        latitude: row.latitude,
        longitude: row.longitude,
        positionPrecision: row.positionPrecision,
        aliases: aliasesOf(row),
      })),
    insert: async (tx, id, { country, aliases, ...own }) => {
      await tx.site.create({
        data: { ...own, id, countryId: country, aliases: { create: toRows(aliases) } },
      });
      return id;
    },
    update: async (tx, id, { country, aliases, ...own }) => {
      await tx.site.update({ where: { id }, data: { ...own, countryId: country, aliases: anew(aliases) } });
    },
    remove: async (tx, id) => {
      await tx.site.delete({ where: { id } });
    },
    eventIds: async (tx, id) => distinct(await tx.salvo.findMany({ where: { siteId: id } })),
    move: async (tx, from, into) => {
      await tx.salvo.updateMany({ where: { siteId: from }, data: { siteId: into } });
    },
  },
  assessor: {
    all: async (tx) =>
      (await tx.assessor.findMany(byName)).map((row) => ({
        id: String(row.id),
        name: row.name,
        country: row.countryId,
        aliases: aliasesOf(row),
      })),
    insert: async (tx, _, { name, country, aliases }) => {
      const row = await tx.assessor.create({
        data: { name, countryId: country, aliases: { create: toRows(aliases) } },
      });
      return String(row.id);
    },
    update: async (tx, id, { name, country, aliases }) => {
      await tx.assessor.update({
        where: { id: Number(id) },
        data: { name, countryId: country, aliases: anew(aliases) },
      });
    },
    remove: async (tx, id) => {
      await tx.assessor.delete({ where: { id: Number(id) } });
    },
    eventIds: async (tx, id) =>
      distinct(
        await tx.assessment.findMany({ where: { assessorId: Number(id) }, select: { eventId: true } }),
      ),
    move: async (tx, from, into) => {
      await tx.assessment.updateMany({
        where: { assessorId: Number(from) },
        data: { assessorId: Number(into) },
      });
    },
  },
};
