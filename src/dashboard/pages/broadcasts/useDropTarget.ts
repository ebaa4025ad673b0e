import { type DragEvent, useState } from 'react';
import type { Entry } from './useCalendar.ts';

/** What is being dragged; the browser does not tell before it is dropped. */
let dragged: Entry | undefined;

export const dragHandlers = (entry: Entry) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    dragged = entry;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', entry.broadcast.message_body.slice(0, 200));
  },
  onDragEnd: () => {
    dragged = undefined;
  },
});

/** A place that a broadcast can be dropped on. */
export function useDropTarget(onDrop: (entry: Entry) => void) {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!dragged) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setIsOver(false);
        if (dragged) onDrop(dragged);
        dragged = undefined;
      },
    },
  };
}
