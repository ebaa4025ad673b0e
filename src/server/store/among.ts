import { type SQL, sql, type SQLWrapper } from 'drizzle-orm';

/** `column = any (ids)` with one parameter, however many there are. */
export const among = (column: SQLWrapper, ids: number[]): SQL =>
  sql`${column} = any(${`{${ids.join(',')}}`}::bigint[])`;
