/** The pages a pager names: the first, the last, those beside the current one; null where some are left out. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const near = page <= 3 ? [1, 2, 3] : page >= pages - 2 ? [pages - 2, pages - 1, pages] : [page - 1, page, page + 1];
  const named = [...new Set([1, ...near, pages])].filter((n) => n >= 1 && n <= pages).toSorted((a, b) => a - b);
  return named.flatMap((n, index) => {
    const gap = n - (named[index - 1] ?? n);
    if (gap === 2) return [n - 1, n];
    return gap > 2 ? [null, n] : [n];
  });
}
