import { autoReplyOperations } from '#contract/autoReplies.ts';
import {
  deleteAutoReply,
  getAutoReply,
  insertAutoReply,
  listAutoReplies,
  updateAutoReply,
} from '#server/store/autoReplies.ts';
import { routes } from './routes.ts';

export const autoReplyRoutes = routes(autoReplyOperations, {
  list: ({ scope, query }) => listAutoReplies(scope, query),
  create: ({ scope, body }) => insertAutoReply(scope, body),
  get: ({ scope, params }) => getAutoReply(scope, params.id),
  update: ({ scope, params, body }) => updateAutoReply(scope, params.id, body),
  delete: ({ scope, params }) => deleteAutoReply(scope, params.id),
});
