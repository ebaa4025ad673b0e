import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { limits } from '#contract/common.ts';
import { tags } from '#dashboard/api/tags.ts';

type Props = { value?: string[]; onChange?: (tags: string[]) => void; error?: ReactNode };

/** Tags as chips, with those of the account to choose from. */
export function TagsField(props: Props) {
  const { data = [] } = useQuery(tags.suggestions());
  const [typed, setTyped] = useState('');
  return (
    <TagsInput
      label="Tags"
      description="Enter or a comma ends a tag."
      // Only what may complete the word: an open list would cover what comes below.
      data={typed.trim() ? data : []}
      limit={6}
      searchValue={typed}
      onSearchChange={setTyped}
      maxTags={limits.tagsPerContact}
      splitChars={[',', ';']}
      acceptValueOnBlur
      openOnFocus={false}
      classNames={{ inputField: 'bare' }}
      {...props}
    />
  );
}
