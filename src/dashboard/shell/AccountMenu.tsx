import { Menu, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import {
  IconCheck,
  IconChecklist,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '#dashboard/paths.ts';
import classes from './AccountMenu.module.css';
import { useSignOut } from './useSignOut.ts';

type Props = {
  opened: boolean;
  onChange: (opened: boolean) => void;
  name: string;
  email: string | undefined;
  onShortcuts: () => void;
  /** The button that opens it. */
  children: ReactNode;
};

const schemes: { value: MantineColorScheme; label: string; icon: ReactNode }[] = [
  { value: 'light', label: 'Light', icon: <IconSun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <IconMoon aria-hidden /> },
  { value: 'auto', label: 'As the system', icon: <IconDeviceDesktop aria-hidden /> },
];

/** Who is signed in, the theme, the shortcuts, and the way out. */
export function AccountMenu({ opened, onChange, name, email, onShortcuts, children }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu opened={opened} onChange={onChange} width={240}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <bdi>{name}</bdi>
          {email && email !== name && <bdi className={classes.email}>{email}</bdi>}
        </div>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        {schemes.map(({ value, label, icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={icon}
            rightSection={colorScheme === value && <IconCheck aria-hidden />}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconChecklist aria-hidden />} component={Link} to={paths.jobs()}>
          Jobs
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard aria-hidden />} onClick={onShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
