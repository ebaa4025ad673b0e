import { table } from './report.ts';

/** A figure and what it should be at most. */
export type Wanted = { what: string; is: number; most: number; unit: 'KB' | '×' | 'ms' | '' };

const told = (value: number, unit: Wanted['unit']) => {
  const digits = unit === '×' ? 2 : unit === 'KB' ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`.trim();
};

/** What was wanted beside what is; in bold where it is missed. */
export const wantedTable = (all: Wanted[]): string =>
  table(
    ['wanted', 'at most', 'measured'],
    all.map(({ what, is, most, unit }) => {
      const figure = told(is, unit);
      return [what, told(most, unit), is <= most ? figure : `**${figure}**`];
    }),
  );
