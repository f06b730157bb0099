import { Prisma } from '@/lib/db/client';

/** What `isOpenEnded` says, of a row `s` of salvos. */
export const salvoIsOpenEnded = Prisma.sql`s.count_max IS DISTINCT FROM s.count_min`;
