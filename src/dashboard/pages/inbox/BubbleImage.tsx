import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { late } from '#dashboard/ui/late.tsx';
import classes from './BubbleImage.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

const ImageViewer = late(async () => (await import('./ImageViewer.tsx')).ImageViewer);

type Props = { url: string; from: string; contactId: number };

/** A picture in a room of its own, reserved before it loads. Opens large, over the thread. */
export function BubbleImage({ url, from, contactId }: Props) {
  const [failed, setFailed] = useState(false);
  const [isOpen, setOpen] = useState(false);
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
    <>
      <PlainButton className={classes.image} aria-label={`Image from ${from}`} onClick={() => setOpen(true)}>
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      </PlainButton>
      {isOpen && <ImageViewer first={url} contactId={contactId} onClose={() => setOpen(false)} />}
    </>
  );
}
