import { Budget } from '#contract/budget.ts';
import { readLiberally } from '#contract/liberal.ts';
import { budgetTold } from './budget.ts';
import { request } from './http.ts';

/** Asks the gateway what may still be spent and what was spent for what; costs no request of the hour. */
export async function askBudget(): Promise<void> {
  const reply = await request('GET', '/budget');
  budgetTold(readLiberally(Budget, await reply.json()));
}
