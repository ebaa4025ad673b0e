import { useOnline } from '#dashboard/lib/useOnline.ts';
import type { OpenThread } from './useThread.ts';

/** Why nothing can be sent now, as a sentence; undefined when it can. The draft is kept in any case. */
export function useObstacle({ contact, called }: OpenThread): string | undefined {
  const online = useOnline();
  if (contact?.opted_out)
    return `${called} opted out and can’t be texted until they opt back in. What you write here is kept.`;
  if (contact?.line_type === 'landline')
    return 'This number is a landline and can’t get texts. What you write here is kept.';
  if (!online) return 'Offline. You can go on writing; send it when you are back.';
  return undefined;
}
