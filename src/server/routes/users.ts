import { userOperations } from '#contract/users.ts';
import { getUser, listUsers } from '#server/store/users.ts';
import { routes } from './routes.ts';

export const userRoutes = routes(userOperations, {
  list: ({ scope, query }) => listUsers(scope, query),
  current: async ({ scope }) => [await getUser(scope, scope.user.id)],
  get: ({ scope, params }) => getUser(scope, params.id),
});
