import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { Refused } from '#server/store/errors.ts';

/** Turns whatever was thrown into `{"error": "…"}`. What was not foreseen is logged and says nothing about itself. */
export const answerRefusal =
  (log: (error: Error) => void): ErrorHandler =>
  (error, c) => {
    if (error instanceof Refused) return c.json({ error: error.message }, error.status);
    if (error instanceof z.ZodError) return c.json({ error: sentence(error) }, 422);
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    log(error);
    return c.json({ error: 'Something went wrong on the server' }, 500);
  };

/** `Validation failed: Phone can't be blank, First name is too long (maximum is 255 characters)`. */
function sentence({ issues }: z.ZodError): string {
  const problems = issues.map(({ path, message, ...issue }) => {
    const field = String(path[0] ?? '');
    const missing = issue.code === 'invalid_type' && 'input' in issue && issue.input === undefined;
    const problem =
      missing || /^Invalid input: expected .*received undefined/.test(message) ? "can't be blank" : message;
    // Messages about parameters, and of our own, name their field themselves.
    return problem.startsWith(field) ? problem : `${humanized(field)} ${lowered(problem)}`.trim();
  });
  return `Validation failed: ${[...new Set(problems)].join(', ')}`;
}

/** `first_name` as a person says it: "First name". */
const humanized = (field: string) => (field.charAt(0).toUpperCase() + field.slice(1)).replaceAll('_', ' ');

const lowered = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
