import { IconX } from '@tabler/icons-react';
import classes from './Composer.module.css';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
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
      <IconButton size="sm" aria-label="Remove image" onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </figure>
  );
}
