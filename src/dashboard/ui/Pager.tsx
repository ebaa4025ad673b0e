import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { count } from '#dashboard/lib/numbers.ts';
import { pagesAround } from '#dashboard/lib/pagesAround.ts';
import classes from './Pager.module.css';
import { IconButton } from './IconButton.tsx';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  page: number;
  perPage: number;
  total: number;
  onPage: (page: number) => void;
  /** The pointer or the focus is on the way to the page after or before: a good moment to read it. */
  onNear?: (page: number) => void;
  /** Offers other lengths of a page. */
  onPerPage?: (perPage: number) => void;
};

const LENGTHS = [25, 50, 100];

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page, perPage, total, onPage, onNear, onPerPage }: Props) {
  useLayoutEffect(() => {
    // Toasts make room for it. A rule with :has() would look through the whole page at each change of it.
    document.body.toggleAttribute('data-paged', true);
    return () => void document.body.toggleAttribute('data-paged', false);
  }, []);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const step = useSteps({ page, pages, onPage, onNear });
  const [first, last] = [Math.min((page - 1) * perPage + 1, total), Math.min(page * perPage, total)];
  return (
    <nav className={`${classes.pager} figures`} aria-label="Pages">
      <span>
        {count(first)}–{count(last)} of {count(total)}
      </span>
      <span className={classes.space} />
      {onPerPage && (
        <label className={classes.rows}>
          Rows
          <select value={perPage} onChange={(event) => onPerPage(Number(event.currentTarget.value))}>
            {[...new Set([...LENGTHS, perPage])].map((length) => (
              <option key={length}>{length}</option>
            ))}
          </select>
        </label>
      )}
      <IconButton aria-label="Previous page" disabled={page <= 1} {...step(-1)}>
        <IconChevronLeft aria-hidden />
      </IconButton>
      {pagesAround(page, pages).map((number, index) =>
        number === null ? (
          <span key={`gap-${index}`} className={classes.gap} aria-hidden>
            …
          </span>
        ) : (
          <PlainButton
            key={number}
            className={classes.page}
            aria-label={`Page ${number}`}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => onPage(number)}
          >
            {count(number)}
          </PlainButton>
        ),
      )}
      <IconButton aria-label="Next page" disabled={page >= pages} {...step(1)}>
        <IconChevronRight aria-hidden />
      </IconButton>
    </nav>
  );
}

type Steps = Pick<Props, 'page' | 'onPage'> & { pages: number; onNear: Props['onNear'] | undefined };

/** A step is taken by its button, and told of when that is come near: the one after it too, while one stays there. */
function useSteps({ page, pages, onPage, onNear }: Steps) {
  const [at, setAt] = useState(0);
  const tell = useEffectEvent((next: number) => {
    if (at !== 0 && next >= 1 && next <= pages) onNear?.(next);
  });
  useEffect(() => tell(page + at), [page, at]);
  return (step: -1 | 1) => {
    const [come, go] = [() => setAt(step), () => setAt(0)];
    const onClick = () => onPage(page + step);
    return { size: 'sm' as const, onClick, onPointerEnter: come, onFocus: come, onPointerLeave: go, onBlur: go };
  };
}
