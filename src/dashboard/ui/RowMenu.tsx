import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dots } from './Dots.tsx';
import { IconButton } from './IconButton.tsx';

/** The one button at the end of a row, and the `Menu.Item`s it opens. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Menu>
      <Menu.Target>
        <IconButton size="sm" aria-label={`Actions for ${name}`}>
          <Dots />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
