import { Menu } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { byLastUse, noteTemplateUsed, useTemplatesUsed } from '#dashboard/lib/templatesUsed.ts';
import classes from './TemplateMenu.module.css';
import { Button } from '#dashboard/ui/Button.tsx';

/** Templates by title, each with its first words; those used last on this device first. */
export function TemplateMenu({ onPick }: { onPick: (content: string) => void }) {
  const [opened, setOpened] = useState(false);
  const { data, error } = useQuery({ ...messageTemplates.picker(), enabled: opened });
  const used = useTemplatesUsed();
  return (
    <Menu position="bottom-start" width={320} returnFocus={false} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconTemplate aria-hidden />}>
          Insert template
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        {byLastUse(data?.items ?? [], used).map(({ id, title, content }) => (
          <Menu.Item
            key={id}
            onClick={() => {
              noteTemplateUsed(id);
              onPick(content);
            }}
          >
            <bdi className={classes.title}>{title}</bdi>
            <span className={classes.sample} dir="auto">
              {withFieldNames(content.slice(0, 200))}
            </span>
          </Menu.Item>
        ))}
        {data?.items.length === 0 && <Menu.Label>No templates yet.</Menu.Label>}
        {error && <Menu.Label>Templates could not be loaded. {error.message}</Menu.Label>}
        {!data && !error && <Menu.Label>Loading…</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
