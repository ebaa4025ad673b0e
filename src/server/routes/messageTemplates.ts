import { messageTemplateOperations } from '#contract/messageTemplates.ts';
import {
  deleteMessageTemplate,
  getMessageTemplate,
  insertMessageTemplate,
  listMessageTemplates,
  updateMessageTemplate,
} from '#server/store/messageTemplates.ts';
import { routes } from './routes.ts';

export const messageTemplateRoutes = routes(messageTemplateOperations, {
  list: ({ scope, query }) => listMessageTemplates(scope, query),
  create: ({ scope, body }) => insertMessageTemplate(scope, body),
  get: ({ scope, params }) => getMessageTemplate(scope, params.id),
  update: ({ scope, params, body }) => updateMessageTemplate(scope, params.id, body),
  delete: ({ scope, params }) => deleteMessageTemplate(scope, params.id),
});
