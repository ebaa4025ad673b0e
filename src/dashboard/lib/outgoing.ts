import type { Message } from '#contract/messages.ts';

/** Where a text is on its way out, before the service has said that it has it. */
type OutgoingState =
  /** Can still be taken back, or waits for the network or the hour to turn. */
  | 'waiting'
  | 'sending'
  /** No answer came: being looked up in the thread. */
  | 'looking'
  /** The service has it, scheduled; the text it replaces is being cancelled. */
  | 'swapping'
  /** The service said no, or the look-up found nothing: it did not go out. */
  | 'refused';

/** A text between the press of Send and the service's answer. Kept on the device until it is settled. */
export type Outgoing = {
  key: string;
  /** Whose text it is: the username. */
  owner: string;
  /** The tab that looks after it. */
  tab: string;
  contactId: number;
  /** What the contact is called in what people read about it. */
  to: string;
  sender: string;
  content: string;
  file?: File;
  /** ISO 8601, where it is to be scheduled instead of sent. */
  deliverAt?: string;
  /** The waiting text it stands in for; that one is cancelled once this one is settled. */
  replaces?: Message;
  /** What the service made of it, while the one it replaces is being cancelled. */
  made?: Message;
  madeAt: number;
  /** When it was first handed over, as it is now; undefined before. */
  sentAt?: number;
  /** How often somebody has asked for it to be sent again. */
  again?: number;
  /** The newest message of the thread when it left; null when there was none. */
  after: number | null;
  state: OutgoingState;
  /** Why it waits, or why it did not go out; a sentence. */
  reason?: string;
  /** When what makes it wait is over, in ms since 1970. */
  until?: number;
};

/** Under which the gateway passes it on once. What a person asks to be sent again is another send. */
export const draftKeyOf = ({ key, again = 0 }: Pick<Outgoing, 'key' | 'again'>): string => `${key}.${again}`;
