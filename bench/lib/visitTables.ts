import type { App, Place } from './apps.ts';
import { table } from './report.ts';
import { type Network, networks, type Visit, type Visits } from './visits.ts';
import { type Wanted, wantedTable } from './wanted.ts';

const places = ['inbox', 'contacts'] as const;
const ms = (value: number) => Math.round(value).toLocaleString('en');
const kb = (value: number) => value.toFixed(1);

const eachOf = (apps: App[], cells: (app: string, place: Place) => (string | number)[]) =>
  places.flatMap((place) => apps.map(({ name }) => [place, name, ...cells(name, place)]));

function sizes(apps: App[], visits: Visits): string {
  const rows = eachOf(apps, (app, place) => {
    const { cold, warm } = visits(app, place, 'unthrottled');
    const slow = visits(app, place, 'Slow 4G, CPU 4 × slower').cold;
    return [
      kb(slow.codeAtRow),
      kb(cold.code),
      kb(cold.kilobytes),
      slow.requestsAtRow,
      cold.requests,
      warm.codeFiles,
      warm.requests,
    ];
  });
  const head = [
    '',
    'page, JS and CSS to the first row, KB',
    'in all',
    'with fonts and data',
    'requests to the first row',
    'in all',
  ];
  return table(['list', ...head, 'second visit: JS+CSS files', 'requests'], rows);
}

function times(apps: App[], visits: Visits, network: Network): string {
  const rows = eachOf(apps, (app, place) => {
    const { cold, warm } = visits(app, place, network);
    const figures = ({ firstPaint, firstRow, blocking, blockingAfterPaint }: Visit) => [
      ms(firstPaint),
      ms(firstRow),
      `${ms(blocking)} (${ms(blockingAfterPaint)})`,
    ];
    return [...figures(cold), ...figures(warm)];
  });
  const head = ['first paint', 'first row', 'blocked (after paint)'];
  return table(['list', network, ...head, ...head.map((what) => `second visit: ${what}`)], rows);
}

/** What issue 9 asks of the first load, beside react-admin. */
function wanted(visits: Visits): Wanted[] {
  const network = 'Slow 4G, CPU 4 × slower';
  return places.flatMap((place) => {
    const [own, other] = [visits('Switchboard', place, network), visits('react-admin', place, network)];
    const ratio = (visit: 'cold' | 'warm', figure: 'firstRow' | 'firstPaint' | 'blocking') =>
      own[visit][figure] / other[visit][figure];
    return [
      { what: `${place}: page, JS and CSS to the first row`, is: own.cold.codeAtRow, most: 140, unit: 'KB' },
      { what: `${place}: page, JS and CSS in all`, is: own.cold.code, most: 140, unit: 'KB' },
      { what: `${place}: first row ÷ react-admin’s`, is: ratio('cold', 'firstRow'), most: 0.55, unit: '×' },
      { what: `${place}: first paint ÷ react-admin’s`, is: ratio('cold', 'firstPaint'), most: 0.4, unit: '×' },
      { what: `${place}: blocked ÷ react-admin’s`, is: ratio('cold', 'blocking'), most: 0.25, unit: '×' },
      { what: `${place}: second visit, JS files loaded`, is: own.warm.codeFiles, most: 0, unit: '' },
      {
        what: `${place}: second visit, first row ÷ react-admin’s`,
        is: ratio('warm', 'firstRow'),
        most: 0.5,
        unit: '×',
      },
    ] satisfies Wanted[];
  });
}

export const visitsSection = (apps: App[], visits: Visits, rounds: number): string => `### First load

${wantedTable(wanted(visits))}

${sizes(apps, visits)}

${networks.map((network) => times(apps, visits, network)).join('\n\n')}

Medians of ${rounds} rounds in turn, in a new browser profile each; the second visit is a new tab of the same profile, with what
the browser kept of the first. **First row**: the frame that shows a row with text. **Blocked**: what tasks of the main
thread took over 50 ms each, from the beginning until nothing was loaded or took long for two seconds, and in brackets as
Lighthouse counts, after the first paint only. **Slow 4G** is Lighthouse's, as Chrome puts it on: 562.5 ms for each
request, 1,474.56 kbit/s down, 675 up. The dashboard's styles are in its page. KB are 1,000 bytes as Brotli, without headers; the event stream that stays open is not
among the requests.`;
