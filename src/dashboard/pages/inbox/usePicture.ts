import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { limits } from '#contract/common.ts';
import { drafts } from '#dashboard/lib/drafts.ts';

const TYPES = ['image/png', 'image/jpeg', 'image/gif'];
export const ACCEPTED = TYPES.join(',');

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

function refusalOf({ type, size, name: given }: File): string | undefined {
  // Isolated: a name may turn the direction of what follows it.
  const name = `\u2068${given}\u2069`;
  if (!TYPES.includes(type)) return `“${name}” was not attached: only PNG, JPEG and GIF pictures can be sent.`;
  if (size > limits.imageBytes) {
    return `“${name}” was not attached: it has ${megabytes(size)}, and ${megabytes(limits.imageBytes)} is the most that can be sent.`;
  }
  return undefined;
}

/** A picture for the text: chosen, pasted or dropped. What can't be sent is refused with its reason. */
export function usePicture(contactId: number) {
  const [refusal, setRefusal] = useState<string>();
  const [isOver, setOver] = useState(false);
  const choose = (file: File | null | undefined) => {
    if (!file) return;
    const refused = refusalOf(file);
    setRefusal(refused);
    if (!refused) drafts.attach(contactId, file);
  };
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    refusal,
    isOver,
    choose,
    onPaste: (event: ClipboardEvent) => {
      const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      choose(file);
    },
    dropTarget: {
      onDragOver: (event: DragEvent) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!hasFile(event)) return;
        event.preventDefault();
        choose(event.dataTransfer.files[0]);
      },
    },
  };
}
