import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useLayoutEffect } from 'react';
import { count } from '#dashboard/lib/numbers.ts';
import { pagesAround } from '#dashboard/lib/pagesAround.ts';
import classes from './Pager.module.css';

type Props = {
  page: number;
  perPage: number;
  total: number;
  onPage: (page: number) => void;
  /** Offers other lengths of a page. */
  onPerPage?: (perPage: number) => void;
};

const LENGTHS = [25, 50, 100];

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page, perPage, total, onPage, onPerPage }: Props) {
  useLayoutEffect(() => {
    // Toasts make room for it. A rule with :has() would look through the whole page at each change of it.
    document.body.toggleAttribute('data-paged', true);
    return () => void document.body.toggleAttribute('data-paged', false);
  }, []);
  const pages = Math.max(1, Math.ceil(total / perPage));
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
      <ActionIcon aria-label="Previous page" size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      {pagesAround(page, pages).map((number, index) =>
        number === null ? (
          <span key={`gap-${index}`} className={classes.gap} aria-hidden>
            …
          </span>
        ) : (
          <UnstyledButton
            key={number}
            className={classes.page}
            aria-label={`Page ${number}`}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => onPage(number)}
          >
            {count(number)}
          </UnstyledButton>
        ),
      )}
      <ActionIcon aria-label="Next page" size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        <IconChevronRight aria-hidden />
      </ActionIcon>
    </nav>
  );
}
