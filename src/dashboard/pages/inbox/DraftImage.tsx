import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './Composer.module.css';
import { useObjectUrl } from './useObjectUrl.ts';

/** The picture that goes with the text. */
export function DraftImage({ file, onRemove }: { file: File; onRemove: () => void }) {
  const url = useObjectUrl(file);
  return (
    <figure className={classes.picture}>
      {url && <img src={url} alt="" />}
      <figcaption>
        <bdi className="one-line">{file.name}</bdi>
        <span className="figures">{Math.ceil(file.size / 1000)} KB</span>
      </figcaption>
      <ActionIcon size="sm" aria-label="Remove image" onClick={onRemove}>
        <IconX aria-hidden />
      </ActionIcon>
    </figure>
  );
}
