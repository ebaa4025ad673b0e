import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { session } from '#dashboard/api/session.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import classes from './AccountButton.module.css';

const loadMenu = () => import('./AccountMenu.tsx');
const AccountMenu = lazy(async () => ({ default: (await loadMenu()).AccountMenu }));

/** Opens the account menu, which is fetched when the pointer or the focus first comes here. */
export function AccountButton({ onShortcuts }: { onShortcuts: () => void }) {
  const { data } = useQuery(session.current());
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  const name = [data?.user?.first_name, data?.user?.last_name].filter(Boolean).join(' ') || data?.username || '';
  const button = (
    <UnstyledButton
      className={classes.button}
      aria-label={`Account of ${name}`}
      aria-haspopup="menu"
      title={name}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => {
        setWanted(true);
        setOpened(!opened);
      }}
    >
      <Avatar name={name.replace(/@.*/, '')} size="sm" />
    </UnstyledButton>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu opened={opened} onChange={setOpened} name={name} email={data?.user?.email} onShortcuts={onShortcuts}>
        {button}
      </AccountMenu>
    </Suspense>
  );
}
