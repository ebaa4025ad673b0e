import { Suspense, useState } from 'react';
import { Outlet, useMatch } from 'react-router';
import { never } from '#dashboard/lib/patiently.ts';
import { useMediaQuery, widths } from '#dashboard/lib/useMediaQuery.ts';
import { useOnline } from '#dashboard/lib/useOnline.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { late } from '#dashboard/ui/late.tsx';
import { EarlyLetters } from './EarlyLetters.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import classes from './Shell.module.css';
import { useBroadcastRunner } from './useBroadcastRunner.ts';
import { useJobRunner } from './useJobRunner.ts';
import { useLive } from './useLive.ts';
import { usePlaceShortcuts } from './usePlaceShortcuts.ts';
import { useRecents } from './useRecents.ts';
import { useSessionEnd } from './useSessionEnd.ts';
import { useUnreadCount } from './useUnreadCount.ts';

/** What can lie over the page; fetched when it is first wanted. */
export type Overlay = 'palette' | 'shortcuts' | 'more';

const Palette = late(async () => (await import('./Palette.tsx')).Palette);
const ShortcutList = late(async () => (await import('./ShortcutList.tsx')).ShortcutList);
const More = late(async () => (await import('./More.tsx')).More);

// Nobody needs these before the page stands, and it stands without them.
const Toasts = late(async () => (await import('./Toasts.tsx')).Toasts, never);
const AgeStrip = late(async () => (await import('./AgeStrip.tsx')).AgeStrip, never);

/** The frame around every page: navigation, header, one main, and what floats above them. */
export function Shell() {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const isPhone = useMediaQuery(widths.phone);
  const online = useOnline();
  const live = useLive();
  // A thread takes the whole phone.
  const inThread = useMatch('/inbox/:contactId') !== null;
  const close = () => setOverlay(null);
  useSessionEnd();
  useUnreadCount();
  useJobRunner();
  useBroadcastRunner();
  useRecents();
  usePlaceShortcuts();
  useShortcut('mod+k', 'Search or jump to…', () => setOverlay('palette'), { whileTyping: true });
  useShortcut('?', 'Show this list', () => setOverlay('shortcuts'));
  return (
    <div className={classes.shell} data-in-thread={inThread || undefined}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      {!isPhone && <Navigation />}
      <Header live={live} onOpen={setOverlay} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <AgeStrip online={online} />
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      {isPhone && <PhoneTabs onMore={() => setOverlay('more')} />}
      <Toasts />
      {overlay === 'palette' && <PaletteOverlay onClose={close} onOpen={setOverlay} />}
      {overlay === 'shortcuts' && <ShortcutList onClose={close} />}
      {overlay === 'more' && <More live={live} onClose={close} onOpen={setOverlay} />}
    </div>
  );
}

function PaletteOverlay(props: { onClose: () => void; onOpen: (overlay: Overlay) => void }) {
  const [early, setEarly] = useState({ text: '', entered: false });
  return <Palette {...props} early={early} fallback={<EarlyLetters onChange={setEarly} onClose={props.onClose} />} />;
}
