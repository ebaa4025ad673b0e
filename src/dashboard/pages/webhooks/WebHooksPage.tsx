import { IconCode, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Link, NavLink, Outlet, useMatch } from 'react-router';
import { type KnownWebHook, received, webHooks } from '#dashboard/api/webHooks.ts';
import { session } from '#dashboard/api/session.ts';
import { hookName } from '#dashboard/lib/hookAddress.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './webhooks.module.css';

/** `/webhooks`: the hooks at the left, what one of them was sent beside it. */
export function WebHooksPage() {
  const query = useQuery(webHooks.list());
  const atList = useMatch(paths.webHooks()) !== null;
  useTitle('Webhooks');
  return (
    <div className={classes.page} data-at-list={atList || undefined}>
      <section className={classes.hooks} aria-labelledby="webhooks-title">
        <header className={classes.paneHead}>
          <h1 id="webhooks-title">Webhooks</h1>
          <IconButton component={Link} to={paths.newWebHook()} aria-label="New webhook">
            <IconPlus className="icon-lg" aria-hidden />
          </IconButton>
        </header>
        <div className={classes.scroll}>
          <nav aria-label="Webhooks">
            <List
              query={query}
              what="Webhooks"
              isEmpty={({ items }) => items.length === 0}
              empty={<NoHooks />}
              skeleton={<SkeletonRows kind="conversation" rows={3} />}
            >
              {({ items }) => <HookList hooks={items} />}
            </List>
            <ul className={classes.own}>
              <li>
                <ReceiverLink />
              </li>
              <li>
                <NavLink className={clsx(classes.hook)} to={paths.checkSignature()}>
                  <span className={classes.hookName}>
                    <span className={classes.withIcon}>
                      <IconCode aria-hidden /> Check a signature
                    </span>
                  </span>
                  <span className={classes.hookNote}>And code for your receiver</span>
                </NavLink>
              </li>
            </ul>
          </nav>
        </div>
      </section>
      <Outlet />
    </div>
  );
}

const HookList = ({ hooks }: { hooks: readonly KnownWebHook[] }) => (
  <ul>
    {hooks.map(({ id, url, version }) => (
      <li key={id}>
        <NavLink className={clsx(classes.hook)} to={paths.webHook(id)}>
          <span className={classes.hookName}>
            <bdi className="one-line">{hookName(url)}</bdi>
            <span>v{version}</span>
          </span>
          <bdi className={`${classes.hookUrl} one-line`}>{url}</bdi>
          <span className={classes.hookNote}>{version === '1' ? 'Unsigned' : 'Signed'}</span>
        </NavLink>
      </li>
    ))}
  </ul>
);

function ReceiverLink() {
  const { data: current } = useQuery(session.current());
  const { data } = useQuery(received.list());
  const wrong = data?.filter(({ verdict }) => verdict !== 'taken').length ?? 0;
  return (
    <NavLink className={clsx(classes.hook)} to={paths.hookReceiver()}>
      <span className={classes.hookName}>
        <span className={classes.withIcon}>
          <IconPlugConnected aria-hidden /> Switchboard
        </span>
      </span>
      <span className={classes.hookNote} data-danger={wrong > 0 || undefined}>
        {wrong > 0
          ? `${plural(wrong, 'delivery', 'deliveries')} refused`
          : current?.live === false
            ? 'Not connected'
            : 'Deliveries to this installation'}
      </span>
    </NavLink>
  );
}

const NoHooks = () => (
  <div className={classes.none}>
    <h2>No webhooks yet</h2>
    <p>A webhook posts every text that is sent or received to a system of yours.</p>
    <Link to={paths.newWebHook()}>Make the first one</Link>
  </div>
);
