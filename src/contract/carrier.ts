import { z } from 'zod';
import { Id, limits, Paging } from './common.ts';

/** What a phone received, as the simulated phone network shows it. */
export const CarriedText = z.object({
  id: Id,
  from: z.string(),
  content: z.string(),
  media_urls: z.array(z.string()),
  received_at: z.string(),
});
export type CarriedText = z.output<typeof CarriedText>;

/** A text that left through the simulated phone network; `times` counts how often its id was handed over. */
export const HandedOver = z.object({
  idempotency_id: z.string(),
  phone: z.string(),
  content: z.string(),
  times: z.int(),
});
export type HandedOver = z.output<typeof HandedOver>;

/** `on` takes texts. `off` takes them once it is on again, for three days. `failing` refuses them. */
export const PhoneState = z.object({ state: z.enum(['on', 'off', 'failing']) });
export type PhoneState = z.output<typeof PhoneState>;

/** One of our own numbers, which people's phones can text. */
export const OwnNumber = z.object({ account_id: Id, name: z.string(), phone: z.string() });
export type OwnNumber = z.output<typeof OwnNumber>;

/** E.164 with the plus. */
export const InternationalPhone = z
  .string()
  .trim()
  .regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number in international format');

const mediaAtMost = 10;

/** A person's phone texts one of our numbers. */
export const InboundText = z.object({
  from: InternationalPhone,
  to: InternationalPhone,
  content: z
    .string()
    .max(limits.messageLength, `is too long (maximum is ${limits.messageLength} characters)`)
    .default(''),
  media_urls: z
    .array(z.url({ protocol: /^https?$/, error: 'must be http or https URLs' }).max(limits.urlLength))
    .max(mediaAtMost, `are too many (maximum is ${mediaAtMost})`)
    .default([]),
});
export type InboundText = z.output<typeof InboundText>;

export const HandedOverFilter = Paging.extend({ broadcast_id: z.coerce.number().pipe(Id).optional() });
export type HandedOverFilter = z.output<typeof HandedOverFilter>;
