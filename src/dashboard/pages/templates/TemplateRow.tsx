import { IconBuilding } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { ago } from '#dashboard/lib/dates.ts';
import { useHasDraft } from '#dashboard/lib/formDraft.ts';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import { paths } from '#dashboard/paths.ts';
import { draftNames, isShared } from './templateValues.ts';
import classes from './TemplateRow.module.css';

type Props = { template: MessageTemplate; isOpen: boolean; usedAt: number | undefined };

/** One template: its title, the beginning of its text, and when it was last used here. */
export function TemplateRow({ template, isOpen, usedAt }: Props) {
  const { search } = useLocation();
  const isChanged = useHasDraft(draftNames.of(template.id));
  return (
    <li>
      <Link
        to={paths.template(template.id) + search}
        className={classes.row}
        aria-current={isOpen ? 'page' : undefined}
        data-row-link
      >
        <span className={classes.top}>
          <bdi className={`${classes.name} one-line`}>{template.title}</bdi>
          {isShared(template) && <IconBuilding aria-label="Organization’s" title="Shared by the organization" />}
          <span className={classes.time}>{isChanged ? 'Not saved' : usedAt && `Used ${ago(new Date(usedAt))}`}</span>
        </span>
        <bdi className={`${classes.sample} one-line`}>{sample(template.content)}</bdi>
      </Link>
    </li>
  );
}

/** Enough for a row; names of fields read better than their tags. */
const sample = (text: string) =>
  mergeFields
    .reduce((done, { tag, label }) => done.replaceAll(tag, `[${label}]`), text.slice(0, 240))
    .replace(/\s+/g, ' ');
