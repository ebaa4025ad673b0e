import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { session } from '#dashboard/api/session.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './AccountButton.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

const AccountMenu = late(async () => (await import('./AccountMenu.tsx')).AccountMenu);

/** Opens the account menu, which is fetched when the pointer or the focus first comes here. */
export function AccountButton({ onShortcuts }: { onShortcuts: () => void }) {
  const { data } = useQuery(session.current());
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  const name = [data?.user?.first_name, data?.user?.last_name].filter(Boolean).join(' ') || data?.username || '';
  const button = (
    <PlainButton
      className={classes.button}
      aria-label={`Account of ${name}`}
      aria-haspopup="menu"
      title={name}
      onPointerEnter={AccountMenu.fetch}
      onFocus={AccountMenu.fetch}
      onClick={() => {
        setWanted(true);
        setOpened(!opened);
      }}
    >
      <Avatar name={name.replace(/@.*/, '')} size="sm" />
    </PlainButton>
  );
  if (!wanted) return button;
  return (
    <AccountMenu
      opened={opened}
      onChange={setOpened}
      name={name}
      email={data?.user?.email}
      onShortcuts={onShortcuts}
      fallback={button}
    >
      {button}
    </AccountMenu>
  );
}
