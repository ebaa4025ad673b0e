import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** What the benchmarks write; a section of it stands between `<!-- bench:name -->` and `<!-- /bench:name -->`. */
const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/**
 * Puts `text` (Markdown with a heading of its own) into the section `name` of docs/benchmarks.md and prints it. Throws
 * where the document has no such section.
 */
export async function report(name: string, text: string): Promise<void> {
  const before = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no section ${begin} … ${end}`);
  const after = `${before.slice(0, from)}${begin}\n\n${text.trim()}\n\n${before.slice(to)}`;
  writeFileSync(file, await format(after, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`\n${text.trim()}\n\nWritten to docs/benchmarks.md.`);
}

/** One line: the day, the machine, Node and `versions` of what was measured beside it. */
export function machine(versions: Record<string, string> = {}): string {
  const [cpu, ...others] = cpus();
  const all = { Node: process.versions.node, ...versions };
  return [
    new Date().toISOString().slice(0, 10),
    `${others.length + 1} × ${cpu?.model ?? 'unknown CPU'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    ...Object.entries(all).map(([name, version]) => `${name} ${version}`),
  ].join(' · ');
}

/** A Markdown table of rows of cells. */
export const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The value that `share` (0 to 1) of all stay at or below. */
export const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

export const median = (values: number[]): number => quantile(values, 0.5);
