import { useQuery } from '@tanstack/react-query';
import { blocked } from '#dashboard/api/textingRights.ts';
import { useOnline } from '#dashboard/lib/useOnline.ts';
import type { OpenThread } from './useThread.ts';

/** Why nothing can be sent now, and what can be done about it; undefined when it can. The draft is kept in any case. */
export function useObstacle({ contact, called, phone, outgoing }: OpenThread): string | undefined {
  const online = useOnline();
  const { data: entry } = useQuery({ ...blocked(phone), enabled: false, throwOnError: false });
  // Whether a number is blocked is not asked for ahead; a refusal tells.
  const isBlocked =
    entry || (entry === undefined && outgoing.some(({ reason }) => reason && /is blocked/i.test(reason)));
  if (contact?.opted_out) {
    return `${called} opted out and can’t be texted. If they ask to be texted again, opt them back in beside this conversation. What you write here is kept.`;
  }
  if (isBlocked) {
    return `${called} is blocked and can’t be texted. Unblock the number beside this conversation. What you write here is kept.`;
  }
  if (contact?.line_type === 'landline') {
    return 'This number is a landline and can’t get texts. Call it, or add a mobile number to the contact. What you write here is kept.';
  }
  if (!online) return 'Offline. You can go on writing; send it when you are back.';
  return undefined;
}
