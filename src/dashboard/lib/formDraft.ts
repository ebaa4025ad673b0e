const nameOf = (form: string) => `switchboard-draft-${form}`;

/** What was typed into `form` and not saved, kept in this tab over reloads and closed drawers. Null: nothing. */
export function draftOf<Value>(form: string): Value | null {
  try {
    const kept = sessionStorage.getItem(nameOf(form));
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null; // no storage here, or not what we wrote
  }
}

/** Keeps what is typed into `form`; null forgets it. */
export function keepDraft(form: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(nameOf(form));
    else sessionStorage.setItem(nameOf(form), JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the draft, never the form.
  }
}
