import { broadcastOperations } from '#contract/broadcasts.ts';
import { createBroadcast, deleteBroadcast, getBroadcast, listBroadcasts } from '#server/store/broadcasts.ts';
import { routes } from './routes.ts';

/** `intervalS`: how many seconds an account waits between two broadcasts; 0: none. */
export const broadcastRoutes = (intervalS: number) =>
  routes(broadcastOperations, {
    list: ({ scope, query }) => listBroadcasts(scope, query),
    create: ({ scope, body }) => createBroadcast(scope, body, intervalS),
    get: ({ scope, params }) => getBroadcast(scope, params.id),
    delete: ({ scope, params }) => deleteBroadcast(scope, params.id),
  });
