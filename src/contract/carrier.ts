import { z } from 'zod/mini';
import { atMost, Id, limits, Paging } from './common.ts';

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
  .check(z.trim(), z.regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number in international format'));

const mediaAtMost = 10;

/** A person's phone texts one of our numbers. */
export const InboundText = z.object({
  from: InternationalPhone,
  to: InternationalPhone,
  content: z._default(z.string().check(atMost(limits.messageLength)), ''),
  media_urls: z._default(
    z
      .array(z.url({ protocol: /^https?$/, error: 'must be http or https URLs' }).check(z.maxLength(limits.urlLength)))
      .check(z.maxLength(mediaAtMost, `are too many (maximum is ${mediaAtMost})`)),
    [],
  ),
});
export type InboundText = z.output<typeof InboundText>;

export const HandedOverFilter = z.extend(Paging, { broadcast_id: z.optional(z.pipe(z.coerce.number(), Id)) });
export type HandedOverFilter = z.output<typeof HandedOverFilter>;
