import { table } from './report.ts';

type Point = { engine: string; task: string; contacts: number; ms: number };
type Size = { contacts: number; bytes: number; broadcastSeconds: number };

const accounts = 1_000;
const contacts = 10_000_000;
const requestsPerHour = 1_000;
const workday = 8 * 3_600;
/** Connections that a process opens: for requests, for the phone network, for its queue, and one that listens. */
const connections = 10 + 3 + 10 + 1;

const words = (count: number) => Math.ceil(count).toLocaleString('en');

/** What `accounts` with `contacts` would need, worked out from figures of a PostgreSQL server. Nothing here was run. */
export function needsOf({ of, textsEach, points }: { of: Size[]; textsEach: number; points: Point[] }): string {
  const [, middle, large] = of as [Size, Size, Size];
  const perContact = (large.bytes - middle.bytes) / (large.contacts - middle.contacts);
  const taken = points.filter((point) => point.engine === 'PostgreSQL' && point.contacts === middle.contacts);
  const mean = taken.reduce((sum, { ms }) => sum + ms, 0) / taken.length;
  const asked = (accounts * requestsPerHour) / 3_600;
  const cores = (asked * mean) / 1_000;
  const rate = large.contacts / large.broadcastSeconds;
  const wanted = contacts / workday;
  const processes = Math.max(2, cores / 0.5, wanted / (rate / 2));
  const rows = [
    [
      'disk',
      `${(perContact / 1_000).toFixed(1)} KB a contact with ${textsEach} texts`,
      `${words((perContact * contacts) / 1e9)} GB`,
    ],
    ['requests', `${words(requestsPerHour)} an hour each, all used`, `${words(asked)} a second`],
    [
      'cores, server and database',
      `${mean.toFixed(1)} ms a request in accounts of ${words(middle.contacts)}`,
      `${cores.toFixed(1)} at full use`,
    ],
    [
      'texts, everybody once a workday',
      `${words(rate)} a second in one process, one broadcast`,
      `${words(wanted)} a second`,
    ],
    [
      'processes, half of each left free',
      'the larger of what requests and texts need; two, so that one may go',
      words(processes),
    ],
    ['connections to PostgreSQL', `${connections} a process`, words(Math.ceil(processes) * connections)],
  ];
  return `### What ${words(accounts)} accounts with ${words(contacts)} contacts would need

Worked out from the figures above, not run: an account of theirs has ${words(contacts / accounts)} contacts, the middle size here. Requests cost what
they do there, as every query begins with the account and an index; what grows with everybody's data is the depth of
the indexes, by one level at most.

${table(['', 'measured', 'needed'], rows)}

A request's milliseconds are those from its arrival to its answer in the server's process with the database on the same
machine: they hold the CPU time of both, so cores are for both together. Memory of the database wants to hold the indexes
of who is at work, a fifth of the disk here; a replica takes reads once the cores of one machine are used up, and messages
are partitioned by account when a table no longer fits one disk: neither is needed at this size.`;
}
