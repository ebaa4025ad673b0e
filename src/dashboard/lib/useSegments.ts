import { useDeferredValue, useEffect, useState } from 'react';
import { fillMergeFields, type MergeContact, sign } from '#contract/mergeFields.ts';
import type { Segments } from '#dashboard/lib/segments.ts';

/** What counts segments, once it is here; fetched when it is `wanted`. */
export function useSegmentCount(isWanted: boolean) {
  const [count, setCount] = useState<(text: string) => Segments>();
  useEffect(() => {
    if (!isWanted || count) return;
    let wanted = true;
    import('#dashboard/lib/segments.ts').then(
      ({ segmentsOf }) => wanted && setCount(() => segmentsOf),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [isWanted, count]);
  return count;
}

/** What the text will cost as it leaves: merge fields filled in, signature appended. Undefined while nothing is written. */
export function useSegments(text: string, contact: MergeContact | undefined, signature: string | null) {
  // Counting may lag behind the keys, never the other way round.
  const settled = useDeferredValue(text);
  const isWritten = settled.trim() !== '';
  const count = useSegmentCount(isWritten);
  if (!isWritten || !count) return undefined;
  const nobody = { first_name: null, last_name: null, business_name: null };
  return count(sign(fillMergeFields(settled.trim(), contact ?? nobody), signature));
}
