/** What a web hook's body tells at a glance. */
export type PayloadFacts = { event: string; about: string };

const text = (of: Record<string, unknown>, name: string) => {
  const value = of[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** How an event is called by who sent the text and how far it is. */
export function eventName(senderType: string | null, status: string | null): string {
  if (senderType === 'Contact') return 'Received';
  if (status === 'delivered') return 'Delivered';
  return status === 'failed' ? 'Failed' : 'Sent';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a body of version 1 or 2; what it does not tell is empty. */
export function factsOf(payload: string): PayloadFacts {
  let body: unknown;
  try {
    body = JSON.parse(payload);
  } catch {
    return { event: '', about: '' };
  }
  if (!isRecord(body)) return { event: '', about: '' };
  const message = isRecord(body['message']) ? body['message'] : body;
  const inbound = text(message, 'sender_type') === 'Contact';
  const names = inbound
    ? ['sender_name', 'sender', 'sender_phone']
    : ['receiver_name', 'recipient', 'receiver_phone', 'recipient_phone'];
  return {
    event: eventName(text(message, 'sender_type'), text(message, 'status')),
    about: names.map((name) => text(message, name)).find(Boolean) ?? '',
  };
}
