import { Refused } from '#server/store/errors.ts';
import { humanized } from './refusals.ts';

/** Refuses with 422 what PostgreSQL cannot keep as it is: NUL characters and halves of surrogate pairs. */
export function requireStorable(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [field, value] of Object.entries(input)) {
    if ([value].flat().every(isStorable)) continue;
    throw new Refused(422, `Validation failed: ${humanized(field)} contains characters that can't be stored`);
  }
}

const isStorable = (value: unknown) => typeof value !== 'string' || (!value.includes('\0') && value.isWellFormed());
