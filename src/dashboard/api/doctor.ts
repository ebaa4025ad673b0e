import { queryOptions } from '@tanstack/react-query';
import { count } from '#dashboard/lib/numbers.ts';
import { request } from './http.ts';

/** One ambiguous point of the API, and which of its forms the service uses. */
export type Finding = { point: string; form: string; means: string };

type Answer = { status: number; headers: Headers; body: unknown };

async function ask(path: string, signal: AbortSignal): Promise<Answer | Error> {
  try {
    const { status, headers, ...response } = await read(path, signal);
    return { status, headers, body: response.body };
  } catch (error) {
    if (signal.aborted) throw error;
    return error instanceof Error ? error : new Error('Unknown reason');
  }
}

async function read(path: string, signal: AbortSignal) {
  const response = await request('GET', `/api${path}`, { signal });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

const shapeOf = (answer: Answer | Error) => {
  if (answer instanceof Error) return `Refused: ${answer.message}`;
  if (Array.isArray(answer.body)) return 'A list';
  return answer.body === null ? 'Nothing' : 'One object';
};

const rows = (answer: Answer | Error): unknown[] =>
  !(answer instanceof Error) && Array.isArray(answer.body) ? answer.body : [];

const idOf = (row: unknown) =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'number' ? row.id : null;

/** Asks at most five times, and only reads. */
async function examine(signal: AbortSignal): Promise<Finding[]> {
  const current = await ask('/users/current', signal);
  const contacts = await ask('/contacts?per_page=2', signal);
  const groups = await ask('/groups?per_page=1', signal);
  const group = idOf(rows(groups)[0]);
  const members = group === null ? null : await ask(`/groups/${group}/contacts?per_page=2`, signal);
  const sent = group === null ? null : await ask(`/groups/${group}/broadcasts?per_page=2`, signal);
  const empty = 'There is no group to ask about';
  return [
    {
      point: 'Who is signed in (users/current)',
      form: shapeOf(current),
      means: 'Both a list of one and one object are read.',
    },
    {
      point: 'Contacts of a group',
      form: members ? shapeOf(members) : empty,
      means: 'Anything but a list is shown as “not supported by this server”.',
    },
    {
      point: 'Broadcasts of a group',
      form: sent ? shapeOf(sent) : empty,
      means: 'Anything but a list is shown as “not supported by this server”.',
    },
    pagingOf(contacts),
    ratesOf(contacts),
  ];
}

function pagingOf(contacts: Answer | Error): Finding {
  const total = contacts instanceof Error ? null : contacts.headers.get('X-Total');
  return {
    point: 'Totals of a list (X-Total)',
    form: total === null ? 'Not told' : `Told: ${count(Number(total))}`,
    means:
      total === null
        ? 'A short page counts as the last one, so totals appear as pages are read.'
        : 'Totals and pages are exact.',
  };
}

function ratesOf(contacts: Answer | Error): Finding {
  const left = contacts instanceof Error ? null : contacts.headers.get('X-RateLimit-Remaining');
  return {
    point: 'Requests left this hour (X-RateLimit-…)',
    form: left === null ? 'Not told' : `Told: ${count(Number(left))} left`,
    means:
      left === null
        ? 'Switchboard counts by itself; other programs of the same user are not in it.'
        : 'The service’s own count is shown.',
  };
}

/** Which forms of the API the service uses; asked only when somebody wants to know. */
export const doctor = () =>
  queryOptions({
    queryKey: ['doctor'] as const,
    queryFn: ({ signal }) => examine(signal),
    enabled: false,
    gcTime: Infinity,
  });
