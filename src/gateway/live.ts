import type { Context } from 'hono';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import type { SessionUser } from '#contract/session.ts';
import { webHookOperations } from '#contract/webHooks.ts';
import type { Allowed } from './allowList.ts';
import { audited } from './audit.ts';
import { jsonOf, type KeptReply } from './keptReply.ts';
import { carryOut } from './order.ts';
import type { Env, Parts } from './parts.ts';
import { passOn } from './replies.ts';
import type { SignedIn } from './sessions.ts';
import { Unanswered } from './upstream.ts';
import { jarOf } from './sessions.ts';

/** What of a web hook has to be there for it to be ours. */
const OwnHook = z.looseObject({ id: Id, url: z.string(), version: z.coerce.string(), secret: z.string().min(1) });
type OwnHook = z.output<typeof OwnHook>;

/** True for who can make a web hook for their account, where it has an address that TextUs reaches. */
export const canTurnOnLive = ({ embedded, reach, hooks }: Parts, user: SessionUser | null): boolean =>
  !embedded &&
  reach.publicUrl !== undefined &&
  user !== null &&
  isAdministrator(user) &&
  !hooks.liveFor(user.account_id);

const isFine = ({ status }: KeptReply) => status >= 200 && status < 300;

const isAdministrator = ({ role }: SessionUser) => role === 'admin' || role === 'org_admin';

/**
 * Turns live events on for accounts of the hosted service: a web hook that posts here. Its secret comes from the API
 * each time this process starts and is kept in memory only.
 */
export class Live {
  readonly #secret: string;
  readonly #looked = new Set<number>();

  /** `secret`: from it and the account come addresses that nobody guesses, the same after a restart. */
  constructor(secret: string) {
    this.#secret = secret;
  }

  /** After a restart: takes up the hook that is there already, at the cost of one request for each account. */
  async takeUp(parts: Parts, session: SignedIn): Promise<void> {
    const { user } = session;
    if (!user || !canTurnOnLive(parts, user) || this.#looked.has(user.account_id)) return;
    this.#looked.add(user.account_id);
    const hook = await this.#find(parts, session, user).catch(() => null);
    if (hook) this.#register(parts, user, hook);
  }

  /** Makes the hook, unless it is there. Answers why not, where the API refuses. */
  async turnOn(parts: Parts, session: SignedIn, user: SessionUser): Promise<KeptReply | null> {
    const found = await this.#find(parts, session, user);
    if (found) {
      this.#register(parts, user, found);
      return null;
    }
    const wanted = JSON.stringify({ url: this.#address(parts, user), version: '2', account_id: user.account_id });
    const order = { session, allowed: allowed('create'), background: false };
    const body = { ok: true, bytes: new TextEncoder().encode(wanted), type: 'application/json' } as const;
    const reply = await audited(parts, order, body, () => carryOut(parts, order, { method: 'POST', body }));
    if (!isFine(reply)) return reply;
    const made = OwnHook.safeParse(jsonOf(reply));
    if (!made.success) throw new Unanswered(502, 'TextUs made the web hook but did not say how it signs.');
    this.#register(parts, user, made.data);
    return null;
  }

  #register({ hooks, channels }: Parts, user: SessionUser, { id, secret }: OwnHook) {
    hooks.register(this.#token(user), { secret, accountId: user.account_id, id });
    channels.publish(user.account_id, { type: 'live', on: true });
  }

  async #find(parts: Parts, session: SignedIn, user: SessionUser): Promise<OwnHook | null> {
    const order = { session, allowed: allowed('list'), background: false };
    const reply = await carryOut(parts, order, { method: 'GET' });
    if (!isFine(reply)) return null;
    const hooks = z.array(z.unknown()).safeParse(jsonOf(reply)).data ?? [];
    const address = this.#address(parts, user);
    const own = hooks.flatMap((hook) => OwnHook.safeParse(hook).data ?? []);
    return own.find(({ url, version }) => url === address && version === '2') ?? null;
  }

  #address = ({ reach }: Parts, user: SessionUser) => `${reach.publicUrl}/hooks/${this.#token(user)}`;

  #token = ({ account_id }: SessionUser) =>
    createHmac('sha256', this.#secret).update(`switchboard hook\0${account_id}`).digest('base64url');
}

const allowed = (name: 'list' | 'create'): Allowed => ({
  name: `webHooks.${name}`,
  resource: 'webHooks',
  operation: webHookOperations[name],
  path: `/api${webHookOperations[name].path}`,
  target: `/api${webHookOperations[name].path}${name === 'list' ? '?per_page=100' : ''}`,
  id: null,
});

/** Answers `POST /live`: 204 once messages arrive by themselves. */
export const turnOnLive = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'live.turnOn');
  const session = await parts.sessions.use(jarOf(c));
  if (!session) return c.json({ error: 'Sign in first' }, 401);
  const { user } = session;
  if (parts.hooks.liveFor(user?.account_id)) return c.body(null, 204);
  if (!parts.reach.publicUrl) return c.json({ error: 'Set PUBLIC_URL to an address that TextUs reaches first.' }, 422);
  if (!user || !canTurnOnLive(parts, user)) return c.json({ error: 'Only an administrator can turn this on.' }, 403);
  const refused = await parts.live.turnOn(parts, session, user);
  return refused ? passOn(c, refused, {}) : c.body(null, 204);
};
