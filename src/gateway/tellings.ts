import { WebHookPayload } from '#contract/webHooks.ts';
import type { LiveEvent } from '#contract/events.ts';
import type { Allowed } from './allowList.ts';
import type { KeptReply } from './keptReply.ts';
import { jsonOf } from './keptReply.ts';
import type { Order } from './order.ts';
import type { Parts } from './parts.ts';
import { budgetOf } from './showBudget.ts';
import type { SignedIn } from './sessions.ts';

const budgetsApartMs = 1_000;

/** Tells people what they may still spend, once in a while however much they spend. */
export class Tellings {
  readonly #due = new Set<string>();

  budgetChanged(parts: Parts, session: Pick<SignedIn, 'username' | 'user'>) {
    const { username } = session;
    if (this.#due.has(username)) return;
    this.#due.add(username);
    const tell = () => {
      this.#due.delete(username);
      parts.channels.tell(username, () => ({ type: 'budget', budget: budgetOf(parts, session) }));
    };
    setTimeout(tell, budgetsApartMs).unref();
  }
}

/** Tells the account's other tabs and colleagues of a change that was made; of a text with all that there is to show. */
export function tellOthers(parts: Parts, { session, allowed }: Order, tab: string | undefined, reply: KeptReply) {
  const { user } = session;
  parts.reads.changed(user?.account_id ?? 0);
  if (reply.status >= 400 || !user) return;
  const { account_id: account } = user;
  parts.channels.publish(account, messageOf(allowed, reply) ?? changeOf(allowed, tab));
  const isGone = allowed.resource === 'webHooks' && allowed.id !== null && parts.hooks.forget(account, allowed.id);
  if (isGone) parts.channels.publish(account, { type: 'live', on: false });
}

function messageOf({ name }: Allowed, reply: KeptReply): LiveEvent | null {
  if (name !== 'messages.create' && name !== 'messages.update') return null;
  const read = WebHookPayload.shape.message.safeParse(jsonOf(reply));
  return read.success ? { type: 'message', message: read.data } : null;
}

const changeOf = ({ resource, name, id }: Allowed, tab = ''): LiveEvent => ({
  type: 'changed',
  resource,
  operation: name,
  id,
  tab: /^[\w-]{1,64}$/.test(tab) ? tab : null,
});
