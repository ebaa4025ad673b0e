import { webHookOperations } from '#contract/webHooks.ts';
import { createWebHook, deleteWebHook, getWebHook, listWebHooks, updateWebHook } from '#server/store/webHooks.ts';
import { routes } from './routes.ts';

export const webHookRoutes = routes(webHookOperations, {
  list: ({ scope, query }) => listWebHooks(scope, query),
  create: ({ scope, body }) => createWebHook(scope, body),
  get: ({ scope, params }) => getWebHook(scope, params.id),
  update: ({ scope, params, body }) => updateWebHook(scope, params.id, body),
  delete: ({ scope, params }) => deleteWebHook(scope, params.id),
});
