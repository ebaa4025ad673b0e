import type { Context } from 'hono';
import { type AuditChange, AuditFilter, type AuditOutcome } from '#contract/audit.ts';
import type { Ended } from './auditLog.ts';
import type { ReadBody } from './body.ts';
import { isJson, jsonOf, type KeptReply } from './keptReply.ts';
import type { Order } from './order.ts';
import type { Env, Parts } from './parts.ts';
import { isThing, parsed, type Thing } from './seen.ts';
import type { SignedIn } from './sessions.ts';
import { jarOf } from './sessions.ts';
import { Unanswered } from './upstream.ts';

type Sendable = Extract<ReadBody, { ok: true }>;

const valueAtMost = 500;
const reasonAtMost = 300;
/** Never written down: they open something, or are not what a person changed. */
const secret = ['secret', 'password', 'api_key', 'token', 'file'];
const hidden = new Set([...secret, 'updated_at', 'created_at', 'id']);
/** Secrets in the address of a web hook: of who signs in there, and in its parameters. */
const inAddress: [RegExp, string][] = [
  [/(:\/\/)[^\s/?#@]+@/g, '$1…@'],
  [/([?&;][\w.-]*(?:token|secret|password|signature|key|sig|auth)=)[^&#;\s"]+/gi, '$1…'],
];

/** Sends a change and writes down who asked for what, what became of it, and each field before and after. */
export async function audited(
  { auditLog, seen }: Parts,
  { session, allowed }: Order,
  body: Sendable,
  send: () => Promise<KeptReply>,
): Promise<KeptReply> {
  const account = accountOf(session);
  const asked = askedFor(body);
  const before = seen.find(account, allowed.resource, allowed.id);
  const begun = await auditLog.begin(account, {
    who: session.username,
    operation: allowed.name,
    target: allowed.id,
    changes: changesOf(before, asked),
  });
  // Once it is sent, what becomes of it counts more than that it is written down.
  const end = (ended: Ended) => begun(ended).catch(() => undefined);
  let reply: KeptReply;
  try {
    reply = await send();
  } catch (error) {
    const reached = !(error instanceof Unanswered && error.status === 503);
    await end({ outcome: reached ? 'unknown' : 'failed', reason: error instanceof Error ? error.message : null });
    throw error;
  }
  const answer = isJson(reply.headers) ? jsonOf(reply) : undefined;
  const outcome = outcomeOf(reply.status);
  const thing = isThing(answer) ? answer : null;
  await end({
    outcome,
    status: reply.status,
    reason: outcome === 'done' ? null : reasonIn(thing),
    ...(outcome === 'done' && {
      target: allowed.id ?? idIn(thing),
      changes:
        allowed.operation.method === 'DELETE' ? changesOf(before ?? thing, null) : changesOf(before, asked, thing),
    }),
  });
  if (outcome === 'done') seen.learn(account, allowed.resource, allowed.path, reply);
  return reply;
}

/** Whose log a session writes to and may read; who is in no known account has one alone. */
export const accountOf = ({ user, username }: Pick<SignedIn, 'user' | 'username'>) =>
  user ? String(user.account_id) : `user ${username.toLowerCase()}`;

function outcomeOf(status: number): AuditOutcome {
  if (status < 400) return 'done';
  if (status === 502 || status === 504 || status === 408) return 'unknown';
  return status < 500 ? 'refused' : 'failed';
}

/** Services that are not as documented write ids as text. */
function idIn(thing: Thing | null): number | null {
  const id = Number(thing?.['id'] ?? Number.NaN);
  return Number.isInteger(id) ? id : null;
}

const reasonIn = (thing: Thing | null) =>
  typeof thing?.['error'] === 'string' ? thing['error'].slice(0, reasonAtMost) : null;

/** What the body asks for. Of a form, whose image is not written down, only that it was one. */
function askedFor({ bytes, type }: Sendable): Thing {
  if (!bytes) return {};
  if (!/json/i.test(type)) return { form: 'with an image' };
  const body = parsed(new TextDecoder().decode(bytes));
  return isThing(body) ? body : {};
}

/** The fields that were asked for; of a deletion (`asked` null) all that were there. */
function changesOf(before: Thing | null, asked: Thing | null, after?: Thing | null): AuditChange[] {
  return Object.keys(asked ?? before ?? {})
    .filter((field) => !hidden.has(field))
    .map((field) => ({
      field,
      before: before && field in before ? written(before[field]) : null,
      after: asked === null ? null : written(after && field in after ? after[field] : asked[field]),
    }))
    .filter((change) => change.before !== null || change.after !== null)
    .slice(0, 40);
}

function written(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const isWords = Array.isArray(value) && value.every((one) => typeof one === 'string');
  const text = isWords ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value, withoutSecrets);
  if (text === '') return null;
  return inAddress.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text).slice(0, valueAtMost);
}

const withoutSecrets = (name: string, value: unknown) => (secret.includes(name) ? undefined : value);

/** Answers `GET /session/writes`: what was written in the session's account. */
export const showAudit =
  ({ sessions, auditLog }: Parts) =>
  async (c: Context<Env>) => {
    c.set('operation', 'audit');
    const session = await sessions.use(jarOf(c));
    if (!session) return c.json({ error: 'Sign in first' }, 401);
    const filter = AuditFilter.safeParse(c.req.query());
    if (!filter.success) return c.json({ error: 'The filter can’t be read' }, 422);
    const page = await auditLog.list(accountOf(session), filter.data);
    return c.json(page, 200, { 'Cache-Control': 'no-store' });
  };
