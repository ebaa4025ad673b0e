import { and, asc, eq, gt, lte, min, sql } from 'drizzle-orm';
import type { CarriedText, HandedOver, HandedOverFilter, PhoneState } from '#contract/carrier.ts';
import type { Page } from '#contract/common.ts';
import type { Db } from '#server/db/database.ts';
import { carrierMessages, carrierPhones } from '#server/db/schema/carrier.ts';
import type { Carrier, Handover, Report } from './carrier.ts';

type Options = {
  /** The database has one connection only, so that texts are noted in the transaction that hands them over. */
  oneConnection: boolean;
  /** How long a delivery takes. */
  delayMs: number;
  /** Deliveries told in one report. */
  reportsAtOnce: number;
  /** Told what became of texts; they are reported again when it throws. */
  onReports: (reports: Report[]) => Promise<void>;
  log: (error: Error) => void;
};

const retryMs = 1_000;
/** How long a text waits for a phone that is off. */
const patienceMs = 72 * 3_600_000;
const failing = /0000$/;
const landline = /9999$/;

/**
 * A phone network that is not there: it remembers what phones received, in tables of its own, and reports each delivery
 * a moment later, across restarts. Numbers ending in 0000 never answer; those ending in 9999 are landlines.
 */
export class SimulatedCarrier implements Carrier {
  readonly #db: Db;
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  /** When it reports next, in milliseconds since 1970. */
  #nextAt = Infinity;
  #reporting: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(db: Db, options: Options) {
    this.#db = db;
    this.#options = options;
  }

  /** Goes on with the reports that an earlier run still owed. */
  start() {
    this.#reportIn(0);
  }

  async handOver(texts: Handover[], within: Db): Promise<void> {
    if (texts.length === 0) return;
    const db = this.#options.oneConnection ? within : this.#db;
    const phones = texts.map(({ to }) => to);
    const states = await this.#statesOf(phones, db);
    const soon = this.#soon();
    const rows = texts.map((text) => {
      const state = states.get(text.to);
      const reportAt = state === 'off' ? new Date(Date.now() + patienceMs) : soon;
      return { ...text, outcome: outcomeFor(text.to, state), reportAt };
    });
    // A text that comes again is reported again: the sender may have been cut off before it heard the first time.
    await db.execute(sql`
      insert into ${carrierMessages}
        (idempotency_id, broadcast_id, sender, phone, content, media_urls, outcome, report_at)
      select "idempotencyId", "broadcastId", "from", "to", content, "mediaUrls", outcome, "reportAt"
      from json_to_recordset(${JSON.stringify(rows)}::json) as texts (
        "idempotencyId" text, "broadcastId" bigint, "from" text, "to" text, content text, "mediaUrls" text[],
        outcome text, "reportAt" timestamptz)
      on conflict (idempotency_id) do update
      set times = ${carrierMessages.times} + 1, reported = false, report_at = excluded.report_at`);
    this.#reportIn(this.#options.delayMs);
  }

  async stateOf(phone: string): Promise<PhoneState['state']> {
    return (await this.#statesOf([phone])).get(phone) ?? 'on';
  }

  /** Switches a phone. What waited for it arrives once it is on, and fails once it fails. */
  async switchPhone(phone: string, state: PhoneState['state']): Promise<void> {
    if (state === 'on') await this.#db.delete(carrierPhones).where(eq(carrierPhones.phone, phone));
    else {
      const row = { phone, state };
      await this.#db
        .insert(carrierPhones)
        .values(row)
        .onConflictDoUpdate({ target: carrierPhones.phone, set: { state } });
    }
    if (state === 'off') return;
    const soon = this.#soon();
    const waiting = and(eq(carrierMessages.phone, phone), gt(carrierMessages.reportAt, soon));
    await this.#db
      .update(carrierMessages)
      .set({ outcome: outcomeFor(phone, state), reportAt: soon, receivedAt: new Date() })
      .where(waiting);
    this.#reportIn(this.#options.delayMs);
  }

  /** What a phone (E.164 with the plus) received, oldest first. */
  async receivedBy(phone: string): Promise<CarriedText[]> {
    const rows = await this.#db
      .select()
      .from(carrierMessages)
      .where(and(eq(carrierMessages.phone, phone), eq(carrierMessages.outcome, 'delivered')))
      .orderBy(asc(carrierMessages.id));
    return rows.map(({ id, sender, content, mediaUrls, receivedAt }) => ({
      id,
      from: sender,
      content,
      media_urls: mediaUrls,
      received_at: receivedAt.toISOString(),
    }));
  }

  /** Every text that left, oldest first. */
  async handedOver({ page, per_page, offset, broadcast_id }: HandedOverFilter): Promise<Page<HandedOver>> {
    const where = broadcast_id ? eq(carrierMessages.broadcastId, broadcast_id) : undefined;
    const rows = await this.#db
      .select()
      .from(carrierMessages)
      .where(where)
      .orderBy(asc(carrierMessages.id))
      .limit(per_page)
      .offset((page - 1) * per_page + offset);
    const items = rows.map(({ idempotencyId, phone, content, times }) => ({
      idempotency_id: idempotencyId,
      phone,
      content,
      times,
    }));
    return { items, total: await this.#db.$count(carrierMessages, where) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#reporting;
  }

  #soon = () => new Date(Date.now() + this.#options.delayMs);

  async #statesOf(phones: string[], db: Db = this.#db) {
    const rows = await db
      .select()
      .from(carrierPhones)
      .where(sql`${carrierPhones.phone} = any(${sql.param(phones)}::text[])`);
    return new Map(rows.map(({ phone, state }) => [phone, state]));
  }

  #reportIn(ms: number) {
    const at = Date.now() + ms;
    if (this.#closed || this.#nextAt <= at) return;
    clearTimeout(this.#timer);
    this.#nextAt = at;
    this.#timer = setTimeout(() => {
      this.#nextAt = Infinity;
      this.#reporting = this.#reporting.then(() => this.#reportDue());
    }, ms);
  }

  async #reportDue(): Promise<void> {
    try {
      while (!this.#closed && (await this.#reportSome()) === this.#options.reportsAtOnce);
      const [next] = await this.#db
        .select({ at: min(carrierMessages.reportAt) })
        .from(carrierMessages)
        .where(eq(carrierMessages.reported, false));
      if (next?.at) this.#reportIn(Math.max(next.at.getTime() - Date.now(), 0));
    } catch (error) {
      this.#options.log(error instanceof Error ? error : new Error(String(error)));
      this.#reportIn(retryMs);
    }
  }

  async #reportSome(): Promise<number> {
    const { id, idempotencyId, outcome, phone } = carrierMessages;
    const due = await this.#db
      .select({ id, idempotencyId, outcome, phone })
      .from(carrierMessages)
      .where(and(eq(carrierMessages.reported, false), lte(carrierMessages.reportAt, new Date())))
      .orderBy(asc(carrierMessages.reportAt))
      .limit(this.#options.reportsAtOnce);
    if (due.length === 0) return 0;
    await this.#options.onReports(
      due.map(({ idempotencyId, outcome, phone }) => ({ idempotencyId, outcome, reason: reasonFor(outcome, phone) })),
    );
    const ids = due.map((one) => one.id);
    await this.#db
      .update(carrierMessages)
      .set({ reported: true })
      .where(sql`${id} = any(${sql.param(ids)}::bigint[])`);
    return due.length;
  }
}

const outcomeFor = (phone: string, state: PhoneState['state'] = 'on'): Report['outcome'] =>
  state !== 'on' || failing.test(phone) || landline.test(phone) ? 'failed' : 'delivered';

function reasonFor(outcome: Report['outcome'], phone: string): string | null {
  if (outcome === 'delivered') return null;
  return landline.test(phone) ? 'The number is a landline' : 'The phone could not be reached';
}
