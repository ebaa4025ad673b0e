import { messageSignatureOperations } from '#contract/messageSignatures.ts';
import {
  deleteMessageSignature,
  getMessageSignature,
  insertMessageSignature,
  listMessageSignatures,
  updateMessageSignature,
} from '#server/store/messageSignatures.ts';
import { routes } from './routes.ts';

export const messageSignatureRoutes = routes(messageSignatureOperations, {
  list: ({ scope, query }) => listMessageSignatures(scope, query),
  create: ({ scope, body }) => insertMessageSignature(scope, body),
  get: ({ scope, params }) => getMessageSignature(scope, params.id),
  update: ({ scope, params, body }) => updateMessageSignature(scope, params.id, body),
  delete: ({ scope, params }) => deleteMessageSignature(scope, params.id),
});
