import { bigint, bigserial, timestamp } from 'drizzle-orm/pg-core';

/** Instants carry their zone and milliseconds. */
export const instant = () => timestamp({ withTimezone: true, precision: 3 });

export const primaryId = () => bigserial({ mode: 'number' }).primaryKey();

/** The id of a row in another table. */
export const refersTo = () => bigint({ mode: 'number' });

export const timestamps = {
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};
