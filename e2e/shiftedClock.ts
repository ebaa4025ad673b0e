// Loaded into the server before anything else (`--import`): its clock is ahead by the milliseconds in CLOCK_FILE.
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'];
const Real = Date;
let ahead = 0;

function look() {
  if (file) ahead = Number(readFileSync(file, 'utf8')) || 0;
}
look();
setInterval(look, 20).unref();

globalThis.Date = new Proxy(Real, {
  construct: (target, args: [], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [Real.now() + ahead] : args, newTarget) as Date,
  get: (target, key) => (key === 'now' ? () => Real.now() + ahead : Reflect.get(target, key)),
});
