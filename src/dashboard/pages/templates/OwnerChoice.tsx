import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/Group.layer.css';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './TemplateForm.module.css';

type Props = {
  /** What the person is; undefined where the service does not tell. */
  role: string | undefined;
  /** The organisation's. */
  value: boolean;
  readOnly: boolean;
  error: ReactNode;
  onChange: (shared: boolean) => void;
};

/** Who has the template: this account, or every account of the organisation. */
export function OwnerChoice({ role, value, readOnly, error, onChange }: Props) {
  const mayShare = (role === undefined || role === 'org_admin') && !readOnly;
  return (
    <Radio.Group
      label="Owner"
      error={error}
      value={value ? 'Organization' : 'Account'}
      onChange={(owner) => onChange(owner === 'Organization')}
      description={mayShare || readOnly ? undefined : 'Only an organization admin can share one with every account.'}
    >
      <div className={classes.owners}>
        <Radio value="Account" label="This account" disabled={readOnly && value} />
        <Radio value="Organization" label="Every account of the organization" disabled={!mayShare} />
      </div>
    </Radio.Group>
  );
}
