import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { canReload } from '#dashboard/lib/canReload.ts';
import { fetchFailedStyles } from '#dashboard/lib/failedStyles.ts';
import { patiently } from '#dashboard/lib/patiently.ts';

export type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A component whose code is fetched when it is first drawn, or before, by `fetch`. `fallback` stands in its place until
 * it is here, and not a moment longer, as with React's `lazy`, where that is 300 ms at least. While nothing answers, it
 * tries again; where trying is `inVain`, the boundary says so.
 */
export function late<Props extends object>(load: Load<Props>, inVain = canReload) {
  let Part: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;
  const attempt = () =>
    (fetching ??= fetchFailedStyles()
      .then(load)
      .then(
        (loaded) => {
          Part = loaded;
        },
        (error: unknown) => {
          fetching = undefined;
          throw error;
        },
      ));
  const isHere = () => Part !== undefined;
  function Late(props: Props & { fallback?: ReactNode }): ReactNode {
    const [here, redraw] = useState(isHere);
    useEffect(() => {
      if (here) return;
      void patiently(attempt, inVain)
        .then(
          () => isHere,
          (error: unknown) => () => {
            throw error;
          },
        )
        .then(redraw);
    }, [here]);
    return Part ? <Part {...props} /> : props.fallback;
  }
  /** Tries once; never rejects. */
  Late.fetch = () => attempt().catch(() => undefined);
  Late.isHere = isHere;
  return Late;
}
