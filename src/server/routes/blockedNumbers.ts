import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import { deleteBlockedNumber, insertBlockedNumber, listBlockedNumbers } from '#server/store/blockedNumbers.ts';
import { routes } from './routes.ts';

export const blockedNumberRoutes = routes(blockedNumberOperations, {
  list: ({ scope, query }) => listBlockedNumbers(scope, query),
  create: ({ scope, body }) => insertBlockedNumber(scope, body),
  delete: ({ scope, params }) => deleteBlockedNumber(scope, params.id),
});
