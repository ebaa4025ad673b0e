import { useEffect, useRef } from 'react';

/** Takes the focus when what it belongs to has just been opened by the person who is about to use it. */
export function useFocusFirst<T extends HTMLElement>() {
  const first = useRef<T>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}
