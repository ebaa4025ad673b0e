/** A key as shortcuts write it: `mod+k` with Ctrl or ⌘, else the character itself, e.g. `?` or `/`. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | undefined {
  if (event.altKey) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

const SEQUENCE_MS = 1_000;

/** Follows keys as they are pressed and says which of the known shortcuts they complete, `g i` among them. */
export class KeySequence {
  #pressed: { key: string; at: number }[] = [];

  /** The shortcut that ends with this key, the longest first. */
  press(key: string, known: ReadonlySet<string>, now: number): string | undefined {
    const last = this.#pressed.at(-1);
    if (last && now - last.at > SEQUENCE_MS) this.#pressed = [];
    this.#pressed = [...this.#pressed.slice(-1), { key, at: now }];
    const match = [this.#pressed, this.#pressed.slice(-1)]
      .map((keys) => keys.map((pressed) => pressed.key).join(' '))
      .find((shortcut) => known.has(shortcut));
    if (match) this.#pressed = [];
    return match;
  }
}

const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const CHOICES = 'input[type="checkbox"], input[type="radio"], input[type="button"]';

/** Whether a key pressed there is text being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(FIELDS) && !target.matches(CHOICES);
