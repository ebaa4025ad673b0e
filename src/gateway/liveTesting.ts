import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { LiveEvent } from '#contract/events.ts';
import { danaUser, startSignedIn } from './testing.ts';

export const hook = { token: 'a-token-nobody-guesses', secret: 'signing secret' };

/** A text to Dana's account. */
export const message = {
  content: 'Hello',
  read: false,
  broadcast_id: null,
  status: 'received',
  deliver_at: null,
  from_autoresponse: null,
  id: 6,
  created_at: '2026-11-24T10:00:00.000Z',
  updated_at: '2026-11-24T10:00:00.000Z',
  sender_id: 6,
  receiver_id: danaUser.account_id,
  sender_type: 'Contact',
  receiver_type: 'Account',
  sender_phone: '+12230000028',
  sender_name: 'Bart',
  sender_email: null,
  receiver_phone: '+12230000030',
  receiver_name: 'Springfield',
  image_url: null,
  thumb_url: null,
};
export const now = () => Math.floor(Date.now() / 1_000);

/** A version 2 web hook payload about message `id`. */
export const payload = (id: number, accountId = danaUser.account_id, timestamp = now()) => ({
  timestamp,
  web_hook: {
    url: 'http://127.0.0.1/',
    web_hookable_type: 'Account',
    web_hookable_id: accountId,
    version: '2',
    id: 1,
    created_at: message.created_at,
    updated_at: message.updated_at,
  },
  message: { ...message, id },
});

export const sign = (body: string) => createHmac('sha256', hook.secret).update(body).digest('hex');

/** A gateway with a hook, and Dana signed in. */
export async function startLive() {
  const gateway = await startSignedIn(undefined, { hook });
  /** As TextUs would: no cookie, no origin. */
  const deliver = async (sent: unknown, signature?: string, token = hook.token) => {
    const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
    const headers = { 'Content-Type': 'application/json', 'X-TextUs-Signature': signature ?? sign(body) };
    return (await fetch(`${gateway.url}/hooks/${token}`, { method: 'POST', headers, body })).status;
  };
  const listen = (lastEventId?: string) => openStream(`${gateway.url}/events`, gateway.cookie, lastEventId);
  return { ...gateway, deliver, listen };
}

/** Reads an event stream as a browser does. */
export async function openStream(url: string, cookie: string, lastEventId?: string) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const headers = { Cookie: cookie, ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
  const reply = await fetch(url, { headers, signal: stop.signal });
  const events: LiveEvent[] = [];
  const stream = { status: reply.status, events, lastId: '', closed: false, text: '', close: () => stop.abort() };
  const read = async () => {
    let text = '';
    for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
      stream.text += chunk;
      const frames = (text + chunk).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        stream.lastId = /^id: (.*)$/m.exec(frame)?.[1] ?? stream.lastId;
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data) events.push(LiveEvent.parse(JSON.parse(data)));
      }
    }
  };
  void read()
    .catch(() => {})
    .finally(() => (stream.closed = true));
  return stream;
}

/** Of which messages the events tell. */
export const ids = (events: LiveEvent[]) =>
  events.flatMap((event) => (event.type === 'message' ? [event.message.id] : []));
