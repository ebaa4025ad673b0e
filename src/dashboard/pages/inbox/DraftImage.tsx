import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './Composer.module.css';

/** The picture that goes with the text. */
export function DraftImage({ file, onRemove }: { file: File; onRemove: () => void }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
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
