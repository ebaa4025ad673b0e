import { Menu } from '@mantine/core';
import { IconMessage, IconUserMinus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { paths } from '#dashboard/paths.ts';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { removeMember } from './removing.ts';

type Props = { group: Group; contact: Contact; name: string };

/** What can be done with somebody who is in a group. */
export function MemberActions({ group, contact, name }: Props) {
  const phone = usePhone(contact.phone);
  const called = name || phone;
  return (
    <RowMenu name={called}>
      <Menu.Item leftSection={<IconMessage aria-hidden />} component={Link} to={paths.conversation(contact.id)}>
        Open the conversation
      </Menu.Item>
      {!group.locked && (
        <Menu.Item
          leftSection={<IconUserMinus aria-hidden />}
          onClick={() =>
            removeMember({ groupId: group.id, groupName: group.name, contactId: contact.id, name: called })
          }
        >
          Take out of the group
        </Menu.Item>
      )}
    </RowMenu>
  );
}
