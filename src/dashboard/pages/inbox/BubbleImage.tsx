import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Bubble.module.css';

/** A picture in a room of its own, reserved before it loads. Opens in a tab of its own. */
export function BubbleImage({ url, from }: { url: string; from: string }) {
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <div className={classes.noImage}>
        <IconPhotoOff aria-hidden />
        This picture can’t be shown.{' '}
        <a href={url} target="_blank" rel="noopener noreferrer">
          Open it
        </a>
      </div>
    );
  }
  return (
    <a className={classes.image} href={url} target="_blank" rel="noopener noreferrer" aria-label={`Image from ${from}`}>
      <img
        src={url}
        alt=""
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => setFailed(true)}
      />
    </a>
  );
}
