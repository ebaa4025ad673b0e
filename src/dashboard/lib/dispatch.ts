/** Where the broadcast to one group is, from the press of Send to the service's answer. */
type DispatchState =
  /** Can be taken back until `until`. */
  | 'undo'
  /** Its turn comes when the ones before it have gone and the account may broadcast again. */
  | 'queued'
  | 'sending'
  /** No answer came: being looked up. */
  | 'looking'
  /** The service has it: `broadcastId`. */
  | 'sent'
  /** It did not go out, and why: `reason`. A person decides. */
  | 'refused';

/** A broadcast to one group on its way. Kept on this device until it is settled, so that nothing is sent twice. */
export type Dispatch = {
  /** The draft's key and the group: who presses twice, in whichever tab, finds it taken. */
  key: string;
  /** The key of the draft it comes from; those to several groups share it. */
  draft: string;
  /** Whose it is: the username. */
  owner: string;
  /** The tab in which it can be undone. */
  tab: string;
  group: number;
  groupName: string;
  /** Who will get it, by the review. */
  people: number;
  sender: number;
  text: string;
  fromTemplate: boolean;
  /** ISO 8601, where it is to be scheduled. */
  deliverAt?: string;
  /** Its place among those of the same draft. */
  place: number;
  madeAt: number;
  state: DispatchState;
  /** How often a person has asked for it again. */
  attempt: number;
  /** When the time to undo ends, or what makes it wait is over; in ms since 1970. */
  until?: number;
  reason?: string;
  /** The newest broadcast that was known when it left; null when none was. */
  after: number | null;
  /** When it was last handed to the gateway. */
  handedAt?: number;
  broadcastId?: number;
};

/** The key under which the gateway passes it on once. */
export const sendKeyOf = ({ key, attempt }: Pick<Dispatch, 'key' | 'attempt'>): string => `${key}.${attempt}`;

/** It will still do something by itself. */
export const isUnderWay = ({ state }: Pick<Dispatch, 'state'>): boolean => state !== 'sent' && state !== 'refused';

/** In the order in which they go. */
export const byTurn = (a: Dispatch, b: Dispatch): number => a.madeAt - b.madeAt || a.place - b.place;
