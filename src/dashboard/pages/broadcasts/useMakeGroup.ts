import { useEffect, useRef, useState } from 'react';
import type { Group } from '#contract/groups.ts';
import { makeGroup } from '#dashboard/api/groupOf.ts';

/** Makes a group of people and says how far it is. Ends when whoever asked for it is gone. */
export function useMakeGroup(onMade: (group: Group) => void) {
  const [state, setState] = useState<{ busy: boolean; done: number; error?: string }>({ busy: false, done: 0 });
  const end = useRef<AbortController>(undefined);
  useEffect(() => () => end.current?.abort(), []);
  const make = (name: string, contactIds: readonly number[]) => {
    if (end.current && !end.current.signal.aborted) return;
    const controller = new AbortController();
    end.current = controller;
    setState({ busy: true, done: 0 });
    const onProgress = (done: number) => setState({ busy: true, done });
    makeGroup({ name, contactIds, onProgress, signal: controller.signal }).then(onMade, (error: unknown) => {
      if (controller.signal.aborted) return;
      end.current = undefined;
      setState({ busy: false, done: 0, error: error instanceof Error ? error.message : 'Not made.' });
    });
  };
  return { ...state, make };
}
