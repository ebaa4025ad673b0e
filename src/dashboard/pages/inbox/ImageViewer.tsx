import { IconChevronLeft, IconChevronRight, IconExternalLink, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Message } from '#contract/messages.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { imagesOf, isInbound, personOf, standsAt } from '#dashboard/lib/conversation.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import classes from './ImageViewer.module.css';
import { IconButton } from '#dashboard/ui/IconButton.tsx';

/** The pictures of a conversation as far as it is loaded, oldest first, and which one is shown. */
function usePictures(first: string, contactId: number) {
  const cache = useQueryClient();
  const [pictures] = useState(() =>
    itemsOf(cache.getQueryData(messages.thread(contactId).queryKey))
      .toReversed()
      .flatMap((message) => imagesOf(message).map((url) => ({ url, caption: captionOf(message) }))),
  );
  const [index, setIndex] = useState(() => Math.max(0, pictures.map(({ url }) => url).indexOf(first)));
  const move = (step: number) => setIndex(Math.min(Math.max(index + step, 0), Math.max(pictures.length - 1, 0)));
  return { pictures, index, move };
}

function captionOf(message: Message) {
  const sender = isInbound(message) ? personOf(message).name || 'them' : message.sender_name || 'us';
  return `From ${sender}, ${dayAndTime(new Date(standsAt(message)))}`;
}

function Moves({ index, of, onMove }: { index: number; of: number; onMove: (step: number) => void }) {
  if (of < 2) return null;
  return (
    <>
      <span className="figures">
        {index + 1} of {of}
      </span>
      <IconButton aria-label="Picture before" aria-disabled={index === 0} onClick={() => onMove(-1)}>
        <IconChevronLeft className="icon-lg" aria-hidden />
      </IconButton>
      <IconButton aria-label="Next picture" aria-disabled={index === of - 1} onClick={() => onMove(1)}>
        <IconChevronRight className="icon-lg" aria-hidden />
      </IconButton>
    </>
  );
}

type Props = { first: string; contactId: number; onClose: () => void };

/** The pictures of a conversation, large, one at a time. Arrows move, Escape closes. */
export function ImageViewer({ first, contactId, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { pictures, index, move } = usePictures(first, contactId);
  useEffect(() => dialog.current?.showModal(), []);
  const { url = first, caption = 'Image' } = pictures[index] ?? {};
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(-1);
    else if (event.key === 'ArrowRight') move(1);
    // The page's own shortcuts rest while this lies over it.
    event.stopPropagation();
  };
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows, wherever in it the focus is
    <dialog
      ref={dialog}
      className={classes.viewer}
      aria-label={caption}
      aria-modal="true"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <header className={classes.head}>
        <bdi className="one-line">{caption}</bdi>
        <Moves index={index} of={pictures.length} onMove={move} />
        <IconButton component="a" href={url} target="_blank" rel="noopener noreferrer" aria-label="Open in a new tab">
          <IconExternalLink className="icon-lg" aria-hidden />
        </IconButton>
        <IconButton aria-label="Close" onClick={() => dialog.current?.close()}>
          <IconX className="icon-lg" aria-hidden />
        </IconButton>
      </header>
      <img className={classes.picture} src={url} alt={caption} referrerPolicy="no-referrer" />
    </dialog>,
    document.body,
  );
}
