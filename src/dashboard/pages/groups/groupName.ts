import { GroupInput } from '#contract/groups.ts';

/** Why a group can't be called this; null when it can. */
export function nameProblem(name: string): string | null {
  const read = GroupInput.safeParse({ name });
  return read.success ? null : `Name ${read.error.issues[0]?.message ?? 'is invalid'}.`;
}
