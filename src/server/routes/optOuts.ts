import { optOutOperations } from '#contract/optOuts.ts';
import { deleteOptOut, getOptOut, insertOptOut, listOptOuts, updateOptOut } from '#server/store/optOuts.ts';
import { routes } from './routes.ts';

export const optOutRoutes = routes(optOutOperations, {
  list: ({ scope, query }) => listOptOuts(scope, query),
  create: ({ scope, body }) => insertOptOut(scope, body),
  get: ({ scope, params }) => getOptOut(scope, params.id),
  delete: ({ scope, params }) => deleteOptOut(scope, params.id),
  update: ({ scope, params, body }) => updateOptOut(scope, params.id, body),
});
