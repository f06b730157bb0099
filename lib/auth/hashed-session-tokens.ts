import type { prismaAdapter } from 'better-auth/adapters/prisma';
import { tokenHash } from '@/lib/secrets';

type MakeAdapter = ReturnType<typeof prismaAdapter>;
type Adapter = ReturnType<MakeAdapter>;
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>;
type Row = Record<string, unknown>;

/**
 * Keep of each session's token only its hash, so that a copy of the database opens no session. The library sees the
 * token that is in the cookie, the column `sessions.token` holds `tokenHash(token)`.
 */
export function hashedSessionTokens(makeAdapter: MakeAdapter): MakeAdapter {
  return (options) => {
    const inner = makeAdapter(options);
    return {
      ...inner,
      ...hashing(inner),
      transaction: (work) =>
        inner.transaction((transaction) => work({ ...transaction, ...hashing(transaction) })),
    };
  };
}

/** The adapter's ways to a row, each with the token hashed on the way in and raw again on the way out. */
function hashing(
  inner: Omit<Adapter, 'transaction'>,
): Omit<Adapter, 'transaction' | 'id' | 'createSchema' | 'options'> {
  return {
    create: async <T extends Row, R = T>(query: {
      model: string;
      data: Omit<T, 'id'>;
      select?: string[];
      forceAllowId?: boolean;
    }) => {
      if (query.model !== 'session') return inner.create<T, R>(query);
      const data: Row = query.data;
      const created = await inner.create<Row, R>({ ...query, data: withHashedToken(data) });
      return withToken(created, data.token);
    },
    update: async <T>(query: Parameters<Adapter['update']>[0]) => {
      if (query.model !== 'session') return inner.update<T>(query);
      const updated = await inner.update<T>({
        ...query,
        where: hashedWhere(query.where),
        update: withHashedToken(query.update),
      });
      return unhashed(updated, [...tokensIn(query.where), query.update.token]);
    },
    updateMany: (query) =>
      inner.updateMany(
        query.model === 'session'
          ? { ...query, where: hashedWhere(query.where), update: withHashedToken(query.update) }
          : query,
      ),
    findOne: async <T>(query: Parameters<Adapter['findOne']>[0]) =>
      unhashed(await inner.findOne<T>(forSession(query)), tokensOf(query)),
    findMany: async <T>(query: Parameters<Adapter['findMany']>[0]) => {
      const rows = await inner.findMany<T>(forSession(query));
      return rows.map((row) => unhashed(row, tokensOf(query)));
    },
    consumeOne: async <T>(query: Parameters<Adapter['consumeOne']>[0]) =>
      unhashed(await inner.consumeOne<T>(forSession(query)), tokensOf(query)),
    incrementOne: (query) => inner.incrementOne(forSession(query)),
    count: (query) => inner.count(forSession(query)),
    delete: (query) => inner.delete(forSession(query)),
    deleteMany: (query) => inner.deleteMany(forSession(query)),
  };
}

function forSession<Q extends { model: string; where?: Where | undefined }>(query: Q): Q {
  return query.model === 'session' && query.where ? { ...query, where: hashedWhere(query.where) } : query;
}

function hashedWhere(where: Where): Where {
  return where.map((condition) => {
    if (condition.field !== 'token') return condition;
    const { value } = condition;
    if (typeof value === 'string') return { ...condition, value: tokenHash(value) };
    if (Array.isArray(value)) return { ...condition, value: value.map((token) => tokenHash(String(token))) };
    return condition;
  });
}

function withHashedToken(row: Row): Row {
  return typeof row.token === 'string' ? { ...row, token: tokenHash(row.token) } : row;
}

function tokensOf(query: { model: string; where?: Where | undefined }): unknown[] {
  return query.model === 'session' ? tokensIn(query.where ?? []) : [];
}

function tokensIn(where: Where): unknown[] {
  return where
    .filter((condition) => condition.field === 'token')
    .flatMap((condition) => (Array.isArray(condition.value) ? [...condition.value] : [condition.value]));
}

/** The row with the token that it was asked for by, in place of its hash. */
function unhashed<T>(row: T, tokens: unknown[]): T {
  if (!row || typeof row !== 'object' || !('token' in row)) return row;
  const raw = tokens.find((token) => typeof token === 'string' && tokenHash(token) === row.token);
  return raw === undefined ? row : withToken(row, raw);
}

function withToken<T>(row: T, token: unknown): T {
  return { ...row, token };
}
