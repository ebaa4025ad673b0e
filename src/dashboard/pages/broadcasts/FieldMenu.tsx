import { Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import { Button } from '#dashboard/ui/Button.tsx';

/** The fields that a text may carry. */
export const FieldMenu = ({ onPick }: { onPick: (tag: string) => void }) => (
  <Menu position="bottom-start" returnFocus={false}>
    <Menu.Target>
      <Button size="xs" leftSection={<IconBraces aria-hidden />}>
        Insert merge field
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {mergeFields.map(({ name, label, tag }) => (
        <Menu.Item key={name} onClick={() => onPick(tag)}>
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
