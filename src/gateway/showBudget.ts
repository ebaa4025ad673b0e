import type { Context } from 'hono';
import type { Budget } from '#contract/budget.ts';
import type { Env, Parts } from './parts.ts';
import type { SignedIn } from './sessions.ts';
import { jarOf } from './sessions.ts';

/** What a session may still spend. */
export const standingOf = ({ budget, clocks }: Parts, { username, user }: Pick<SignedIn, 'username' | 'user'>) => ({
  ...budget.standing(username),
  broadcast: clocks.of(user?.account_id),
});

/** All that the session's user wants to know of their hour. */
export const budgetOf = (parts: Parts, session: Pick<SignedIn, 'username' | 'user'>): Budget => ({
  ...standingOf(parts, session),
  ...parts.budget.of(session.username),
  waiting: parts.turns.waiting(session.username),
});

/** Answers `GET /budget`, without a request upstream. It is no activity: a tab that only looks does not stay signed in. */
export const showBudget = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'budget');
  const session = await parts.sessions.peek(jarOf(c));
  if (!session) return c.json({ error: 'Sign in first' }, 401);
  return c.json(budgetOf(parts, session), 200, { 'Cache-Control': 'no-store' });
};
