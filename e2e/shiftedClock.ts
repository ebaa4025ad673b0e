// Loaded into the server before anything else (`--import`): its clock is ahead by the milliseconds in CLOCK_FILE. What it
// has seen there it writes beside it, into `….seen`.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['CLOCK_FILE'];
const Real = Date;
let ahead = 0;

function look() {
  if (!file) return;
  const text = readFileSync(file, 'utf8');
  // Nothing is there while it is being written.
  if (text === '' || Number(text) === ahead) return;
  ahead = Number(text);
  if (isMainThread) writeFileSync(`${file}.seen`, String(ahead));
}
look();
setInterval(look, 20).unref();

globalThis.Date = new Proxy(Real, {
  construct: (target, args: [], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [Real.now() + ahead] : args, newTarget) as Date,
  get: (target, key) => (key === 'now' ? () => Real.now() + ahead : Reflect.get(target, key)),
});
