import { contactOperations } from '#contract/contacts.ts';
import { deleteContact, getContact, insertContact, listContacts, updateContact } from '#server/store/contacts.ts';
import { routes } from './routes.ts';

export const contactRoutes = routes(contactOperations, {
  list: ({ scope, query }) => listContacts(scope, query),
  create: ({ scope, body }) => insertContact(scope, body),
  get: ({ scope, params }) => getContact(scope, params.id),
  update: ({ scope, params, body }) => updateContact(scope, params.id, body),
  delete: ({ scope, params }) => deleteContact(scope, params.id),
});
