import { messageOperations } from '#contract/messages.ts';
import { deleteScheduled, listMessages, listThread, setRead } from '#server/store/messages.ts';
import { createMessage } from '#server/store/messagesCreate.ts';
import { routes } from './routes.ts';

export const messageRoutes = routes(messageOperations, {
  list: ({ scope, query }) => listMessages(scope, query),
  create: ({ scope, body }) => createMessage(scope, body),
  thread: ({ scope, params, query }) => listThread(scope, params.contact_id, query),
  update: ({ scope, params, body }) => setRead(scope, params.id, body.read),
  delete: ({ scope, params }) => deleteScheduled(scope, params.id),
});
