import {
  IconBan,
  IconDevices,
  IconHandStop,
  IconHistory,
  IconInbox,
  IconLayoutDashboard,
  IconRobot,
  IconSettings,
  IconSignature,
  IconSpeakerphone,
  IconTags,
  IconTemplate,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';
import { paths } from '#dashboard/paths.ts';

export type Place = {
  label: string;
  path: string;
  icon: TablerIcon;
  /** The key after `g` that leads there. */
  key: string;
  /** On the phone it is one of the tabs at the bottom. */
  isTab?: true;
  /** Only where the simulated phone network runs. */
  simulatorOnly?: true;
};

/** Where one can go, in groups: the navigation, the phone's tabs, the palette and the `g` shortcuts all read this. */
export const places: readonly { group: string | null; items: readonly Place[] }[] = [
  {
    group: null,
    items: [
      { label: 'Overview', path: paths.overview(), icon: IconLayoutDashboard, key: 'h', isTab: true },
      { label: 'Inbox', path: paths.inbox(), icon: IconInbox, key: 'i', isTab: true },
      { label: 'Contacts', path: paths.contacts(), icon: IconUsers, key: 'c', isTab: true },
      { label: 'Groups', path: paths.groups(), icon: IconUsersGroup, key: 'g' },
      { label: 'Broadcasts', path: paths.broadcasts(), icon: IconSpeakerphone, key: 'b', isTab: true },
      { label: 'Templates', path: paths.templates(), icon: IconTemplate, key: 't' },
    ],
  },
  {
    group: 'Compliance',
    items: [
      { label: 'Opt-outs', path: paths.optOuts(), icon: IconHandStop, key: 'o' },
      { label: 'Blocked numbers', path: paths.blockedNumbers(), icon: IconBan, key: 'x' },
    ],
  },
  {
    group: 'Account',
    items: [
      { label: 'Auto replies', path: paths.autoReplies(), icon: IconRobot, key: 'a' },
      { label: 'Signatures', path: paths.signatures(), icon: IconSignature, key: 's' },
      { label: 'Tags', path: paths.tags(), icon: IconTags, key: 'l' },
      { label: 'Users', path: paths.users(), icon: IconUserCog, key: 'u' },
      { label: 'Webhooks', path: paths.webHooks(), icon: IconWebhook, key: 'w' },
      { label: 'Audit', path: paths.audit(), icon: IconHistory, key: 'd' },
      { label: 'Settings', path: paths.settings(), icon: IconSettings, key: ',' },
      { label: 'Simulator', path: paths.simulator(), icon: IconDevices, key: 'p', simulatorOnly: true },
    ],
  },
];

export const everyPlace: readonly Place[] = places.flatMap(({ items }) => items);
