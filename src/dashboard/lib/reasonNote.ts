/** What is noted with a contact because the API has no place for it. */
export type NotedAct = 'Opted out' | 'Opted back in' | 'Blocked' | 'Unblocked';

const LINE = /^(\d{4}-\d\d-\d\d) (Opted out|Opted back in|Blocked|Unblocked): (.+)$/;

/** The notes with one more line, `2026-11-25 Opted back in: asked for it by phone`, below what is there. */
export function withReason(notes: string | null, act: NotedAct, reason: string, now = new Date()): string {
  const line = `${now.toISOString().slice(0, 10)} ${act}: ${reason.replace(/\s+/g, ' ').trim()}`;
  return notes?.trim() ? `${notes.trimEnd()}\n${line}` : line;
}

/** The reasons that stand in notes, oldest first. */
export function reasonsIn(notes: string | null): { day: string; act: string; reason: string }[] {
  return (notes ?? '').split('\n').flatMap((text) => {
    const [, day, act, reason] = LINE.exec(text.trim()) ?? [];
    return day && act && reason ? [{ day, act, reason }] : [];
  });
}
