import { ApiError } from './ApiError.ts';

/** Why something did not happen, after `notDone` ("Nothing is deleted"); or that nobody knows whether it did. */
export function failureOf(error: Error | null, notDone: string): Error | null {
  if (!error) return null;
  if (error instanceof ApiError && error.outcomeUnknown) {
    return new Error('No answer came, so it may have happened all the same. Look before you try again.');
  }
  return new Error(`${notDone}: ${error.message}`);
}
