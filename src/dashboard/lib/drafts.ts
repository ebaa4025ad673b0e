import { useSyncExternalStore } from 'react';
import { type Shelf, shelf } from './shelf.ts';

/** What somebody has begun to write to one contact. */
export type Draft = { text: string; file?: File };

const SAVE_MS = 300;
const EMPTY: Draft = { text: '' };
const NONE: ReadonlyMap<number, Draft> = new Map();

/**
 * Drafts by contact: in memory for the screen, on the device for what comes after a reload, a crash or a sign-out.
 * They belong to who wrote them; another person on the same device does not see them.
 */
export class Drafts {
  #shelf: Shelf<Draft>;
  #owner = '';
  #drafts: ReadonlyMap<number, Draft> = NONE;
  #unsaved = new Map<number, ReturnType<typeof setTimeout>>();
  #listeners = new Set<() => void>();

  constructor(drafts: Shelf<Draft>) {
    this.#shelf = drafts;
  }

  /** Brings back what `owner` had begun. */
  async open(owner: string): Promise<void> {
    if (owner === this.#owner) return;
    this.saveAll();
    this.#owner = owner;
    this.#show(NONE);
    const kept = await this.#shelf.all();
    const mine = kept.flatMap(([key, draft]): [number, Draft][] => {
      const [who, contact] = [key.slice(0, key.lastIndexOf('/')), Number(key.slice(key.lastIndexOf('/') + 1))];
      return who === owner ? [[contact, draft]] : [];
    });
    // What was typed while the device was being read is newer.
    if (owner === this.#owner) this.#show(new Map([...mine, ...this.#drafts]));
  }

  get = (contactId: number): Draft => this.#drafts.get(contactId) ?? EMPTY;

  /** All of them, a new map whenever one changes. */
  all = (): ReadonlyMap<number, Draft> => this.#drafts;

  /** Keeps the text as it is now, with the picture it has. */
  write(contactId: number, text: string): void {
    this.#change(contactId, { ...this.get(contactId), text });
  }

  /** Attaches a picture, or takes it off. */
  attach(contactId: number, file: File | undefined): void {
    const { text } = this.get(contactId);
    this.#change(contactId, file ? { text, file } : { text });
  }

  #change(contactId: number, draft: Draft) {
    const next = new Map(this.#drafts);
    if (draft.text === '' && !draft.file) next.delete(contactId);
    else next.set(contactId, draft);
    this.#show(next);
    if (!this.#unsaved.has(contactId)) {
      this.#unsaved.set(
        contactId,
        setTimeout(() => this.#save(contactId), SAVE_MS),
      );
    }
  }

  /** Forgets the draft; a picture goes with its text. */
  clear(contactId: number): void {
    this.#change(contactId, EMPTY);
  }

  /** Puts a text that did not go out back, before whatever has been begun since. */
  putBack(contactId: number, { text, file }: Draft): void {
    const begun = this.get(contactId);
    const both = begun.text.trim() === '' || begun.text === text ? text : `${text}\n${begun.text}`;
    const picture = begun.file ?? file;
    this.#change(contactId, { text: both, ...(picture && { file: picture }) });
  }

  /** Writes what is not on the device yet; for when the page goes away. */
  saveAll = (): void => {
    for (const contactId of this.#unsaved.keys()) this.#save(contactId);
  };

  #save(contactId: number) {
    clearTimeout(this.#unsaved.get(contactId));
    this.#unsaved.delete(contactId);
    const key = `${this.#owner}/${contactId}`;
    const draft = this.#drafts.get(contactId);
    void (draft ? this.#shelf.put(key, draft) : this.#shelf.remove(key));
  }

  #show(next: ReadonlyMap<number, Draft>) {
    this.#drafts = next;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };
}

export const isEmpty = ({ text, file }: Draft) => text.trim() === '' && !file;

export const drafts = new Drafts(shelf('drafts'));
if (typeof addEventListener === 'function') addEventListener('pagehide', drafts.saveAll);

/** What `pick` takes from the draft for one contact; draws again only when that changes, not with every key. */
export const useDraft = <Part>(contactId: number, pick: (draft: Draft) => Part): Part =>
  useSyncExternalStore(drafts.subscribe, () => pick(drafts.get(contactId)));

export const textOf = ({ text }: Draft) => text;
export const fileOf = ({ file }: Draft) => file;
