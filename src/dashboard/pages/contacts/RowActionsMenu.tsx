import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu } from '@mantine/core';
import { IconFlag, IconFlagOff, IconMessage, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { paths } from '#dashboard/paths.ts';
import { Dots } from '#dashboard/ui/Dots.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { calledBy } from './calledBy.ts';
import { deleteContact } from './leaving.ts';

export type RowActionsProps = { contact: Contact; name: string; onFlag: () => void };

/** What can be done with one row; opens at once, for it is fetched when somebody wants it. */
export function RowActionsMenu({ contact, name, onFlag }: RowActionsProps) {
  const called = calledBy(name, contact);
  return (
    <Menu defaultOpened>
      <Menu.Target>
        <IconButton size="sm" aria-label={`Actions for ${called}`}>
          <Dots />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMessage aria-hidden />} component={Link} to={paths.conversation(contact.id)}>
          Open the conversation
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil aria-hidden />} component={Link} to={paths.editContact(contact.id)}>
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={contact.flagged ? <IconFlagOff aria-hidden /> : <IconFlag aria-hidden />}
          onClick={onFlag}
        >
          {contact.flagged ? 'Remove the flag' : 'Flag'}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash aria-hidden />} data-danger onClick={() => deleteContact(contact, called)}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
