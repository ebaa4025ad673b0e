import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { Refused } from '#server/store/errors.ts';

// The contract's schemas say nothing by themselves; `plain` reads zod's English.
z.config(z.locales.en());

/** Turns whatever was thrown into `{"error": "…"}`. What was not foreseen is logged and says nothing about itself. */
export const answerRefusal =
  (log: (error: Error) => void): ErrorHandler =>
  (error, c) => {
    if (error instanceof Refused) return c.json({ error: error.message }, error.status, error.headers);
    if (error instanceof z.core.$ZodError) return c.json({ error: sentence(error) }, 422);
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    log(error);
    return c.json({ error: 'Something went wrong on the server' }, 500);
  };

/** `Validation failed: Phone can't be blank, First name is too long (maximum is 255 characters)`. */
function sentence({ issues }: z.core.$ZodError): string {
  const problems = issues.map(({ path, message }) => {
    if (path.length === 0) return 'The request body must be a JSON object';
    const field = String(path[0]);
    const problem = plain(message);
    // Messages about parameters, and of our own, name their field themselves.
    return problem.startsWith(`${field} `) ? problem : `${humanized(field)} ${lowered(problem)}`;
  });
  return `Validation failed: ${[...new Set(problems)].join(', ')}`;
}

/** zod's own words for a wrong type in the reference's: a value that is absent or null "can't be blank". */
function plain(message: string): string {
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)/.exec(message) ?? [];
  if (!expected) return message;
  if (received === 'undefined' || received === 'null') return "can't be blank";
  return `must be ${kinds[expected] ?? expected}`;
}

const kinds: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
};

/** `first_name` as a person says it: "First name". */
export const humanized = (field: string) => (field.charAt(0).toUpperCase() + field.slice(1)).replaceAll('_', ' ');

const lowered = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
