import { z } from 'zod/mini';

/** Limits that stand in one place: the server enforces them, forms and the OpenAPI document state them. */
export const limits = {
  perPage: { default: 25, max: 100 },
  nameLength: 255,
  notesLength: 10_000,
  /** Characters of one message; carriers cut it into segments. */
  messageLength: 10_000,
  tagLength: 100,
  tagsPerContact: 100,
  urlLength: 2_048,
  /** Bytes of an image attached to a message. */
  imageBytes: 5_000_000,
  /** Bytes of a JSON body. */
  bodyBytes: 1_000_000,
} as const;

/** Server-made identifier: a positive integer. */
export const Id = z.int().check(z.positive());

/** An instant in ISO 8601 with `Z`, e.g. `2018-04-28T07:06:49Z`. */
export const Timestamp = z.string().check(z.meta({ format: 'date-time' }));

/** No longer than so many characters. */
export const atMost = (characters: number) =>
  z.maxLength(characters, `is too long (maximum is ${characters} characters)`);

export const notEmpty = z.minLength(1, "can't be blank");

/** Digits of an E.164 number without the plus, e.g. `12230000018`: how contacts, opt-outs and blocked numbers carry phones. */
export const PhoneDigits = z.string().check(z.regex(/^[1-9]\d{6,14}$/, 'is invalid'));

/**
 * A phone number as people type it: `(303) 555-0142`, `+44 20 7946 0958`, `13035550142`. The server parses it with
 * `country`, else the account's country, and answers 422 when it is no possible number.
 */
export const PhoneInput = z.string().check(z.trim(), notEmpty, atMost(64));

/** ISO 3166 alpha-2, e.g. `US`. The reference calls it "two-digit country". */
export const Country = z.pipe(
  z.pipe(
    z.string(),
    z.transform((code: string) => code.toUpperCase()),
  ),
  z.string().check(z.regex(/^[A-Z]{2}$/, 'is not a two-letter country code')),
);

/** The reference types booleans as "String": `true`, `"true"`, `1`, `"1"` and their opposites are read, booleans are sent. */
export const Flag = z.pipe(
  z.union([z.boolean(), z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] }), z.literal([0, 1])], {
    error: 'must be true or false',
  }),
  z.transform((flag: boolean | 0 | 1) => Boolean(flag)),
);

/** A string that is not empty once trimmed; it is stored as typed. */
export const required = (max: number) =>
  z.string().check(
    z.refine((text) => text.trim() !== '', "can't be blank"),
    atMost(max),
  );

/** A string, or null to clear it. */
export const optionalText = (max: number) => z.optional(z.nullable(z.string().check(atMost(max))));

/** Brings `2026-11-24 22:00 UTC`, `…T22:00-0700` and the like to the form `…T22:00:00-07:00`; leaves the rest alone. */
function isoForm(text: string): string {
  const [, day, time, seconds = ':00', zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(UTC|[Zz]|[+-]\d\d:?\d\d)$/.exec(text.trim()) ?? [];
  if (!zone) return text;
  return `${day}T${time}${seconds}${/^[+-]/.test(zone) ? zone.replace(/(\d\d)(\d\d)$/, '$1:$2') : 'Z'}`;
}

/** An instant with its zone, e.g. `2026-11-24T15:00:00-07:00` or `2026-11-24 22:00:00 UTC`; without a zone it is refused. */
export const Instant = z
  .pipe(
    z.pipe(
      z.pipe(z.string(), z.transform(isoForm)),
      z.iso.datetime({ offset: true, error: 'must be a date and time with a zone' }),
    ),
    z.transform((text: string) => new Date(text)),
  )
  .check(z.meta({ format: 'date-time' }));

const count = (what: string) =>
  z.coerce.number({ error: `${what} must be a whole number` }).check(z.int(`${what} must be a whole number`));

/** The paging parameters of every list. `per_page` is clamped to 1…100; `offset` adds to what the page skips. */
export const Paging = z.object({
  page: z._default(count('page').check(z.gte(1, 'page must be 1 or more'), z.lte(1_000_000, 'page is too large')), 1),
  per_page: z.pipe(
    z._default(count('per_page'), limits.perPage.default),
    z.transform((n: number) => Math.min(Math.max(n, 1), limits.perPage.max)),
  ),
  offset: z._default(
    count('offset').check(z.gte(0, 'offset must be 0 or more'), z.lte(100_000_000, 'offset is too large')),
    0,
  ),
});
export type Paging = z.output<typeof Paging>;

/** What a list can be searched for; an empty string finds everything. */
export const Search = z.optional(z.string().check(atMost(limits.nameLength)));

/** One page of a list. `total` counts every match, not this page (header `X-Total`). */
export type Page<Item> = { items: Item[]; total: number };

/** How every refusal reads: `{"error": "Validation failed: Phone has already been taken"}`. */
export const Refusal = z.object({ error: z.string() });
