import { useQuery } from '@tanstack/react-query';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import type { Segments } from '#dashboard/lib/segments.ts';
import { useSegments } from '#dashboard/lib/useSegments.ts';

export type Previewed = { contact: Contact | undefined; signature: string | null; segments: Segments | undefined };

/** Enough for a picker to begin with. */
export const FEW = 20;

/** Who reads the text (`as`, else the newest contact), what is appended, and what it costs. */
export function usePreviewed(text: string, as: number | undefined): Previewed {
  const newest = useQuery({ ...contacts.list({ per_page: FEW }), enabled: as === undefined });
  const chosen = useQuery({ ...contacts.detail(as ?? 0), enabled: as !== undefined, throwOnError: false });
  const { data: signature = null } = useQuery(messageSignatures.active());
  const contact = as === undefined ? newest.data?.items[0] : chosen.data;
  return { contact, signature, segments: useSegments(text, contact, signature) };
}
