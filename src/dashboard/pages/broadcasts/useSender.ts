import { useQuery } from '@tanstack/react-query';
import { session } from '#dashboard/api/session.ts';
import { users } from '#dashboard/api/users.ts';
import type { BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';

/** Whose broadcast it is: the chosen user, else whoever is signed in. */
export function useSender({ sender }: Pick<BroadcastDraft, 'sender'>): { id: number; name: string } | undefined {
  const { data } = useQuery(session.current());
  const { data: choices } = useQuery(users.choices());
  const id = sender ?? data?.user?.id;
  if (id === undefined) return undefined;
  const user = choices?.items.find((each) => each.id === id) ?? (data?.user?.id === id ? data.user : undefined);
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(' ') || user?.email;
  return { id, name: name ?? `User ${id}` };
}
