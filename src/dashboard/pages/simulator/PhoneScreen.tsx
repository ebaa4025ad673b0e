import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PhoneState } from '#contract/carrier.ts';
import { carrier } from '#dashboard/api/carrier.ts';
import { short } from '#dashboard/lib/dates.ts';
import { When } from '#dashboard/ui/When.tsx';
import { useOwnTexts } from './ownTexts.ts';
import classes from './simulator.module.css';

type Props = { phone: string; called: string; state: PhoneState['state'] };

/** What stands on the phone: what it received, and what it sent from this tab. */
export function PhoneScreen({ phone, called, state }: Props) {
  const { data: received, error } = useQuery(carrier.received(phone));
  const sent = useOwnTexts(phone);
  const screen = useRef<HTMLDivElement>(null);
  const texts = [
    ...(received ?? []).map(({ id, content, media_urls, received_at }) => ({
      key: `in ${id}`,
      isOwn: false,
      content,
      picture: media_urls.length > 0,
      at: received_at,
    })),
    ...sent.map(({ content, picture, at }, index) => ({
      key: `out ${at} ${index}`,
      isOwn: true,
      content,
      picture,
      at,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const last = texts.at(-1)?.key;
  useEffect(() => {
    if (last && screen.current) screen.current.scrollTop = screen.current.scrollHeight;
  }, [last]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div ref={screen} className={classes.screen} role="log" aria-label={`Phone of ${called}`} tabIndex={0}>
      {texts.map(({ key, isOwn, content, picture, at }) => (
        <div key={key} className={classes.text} data-own={isOwn || undefined}>
          <div className={classes.bubble}>
            {picture && (
              <span className={classes.picture}>
                <IconPhoto aria-hidden /> Picture
              </span>
            )}
            {content}
          </div>
          <When at={at} as={short} />
        </div>
      ))}
      {texts.length === 0 && (
        <p className={classes.nothing}>
          {error ? `The phone can’t be read: ${error.message}` : state === 'off' ? 'Switched off.' : 'No texts yet.'}
        </p>
      )}
    </div>
  );
}
