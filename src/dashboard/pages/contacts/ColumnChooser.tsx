import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { Button } from '#dashboard/ui/Button.tsx';
import { columnChoices, type ShownColumns } from './shownColumns.ts';
import { ToolPopover } from './ToolPopover.tsx';

/** Which columns the table shows. */
export function ColumnChooser({ columns: { shown, isAtFirst, turn, reset } }: { columns: ShownColumns }) {
  return (
    <ToolPopover label="Columns" icon={<IconColumns3 aria-hidden />}>
      {columnChoices.map(({ key, label }) => (
        <Checkbox key={key} label={label} checked={shown.has(key)} onChange={() => turn(key)} />
      ))}
      <Button variant="subtle" size="xs" disabled={isAtFirst} onClick={reset}>
        Show the usual ones
      </Button>
    </ToolPopover>
  );
}
