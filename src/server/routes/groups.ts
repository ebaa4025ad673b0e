import { groupOperations } from '#contract/groups.ts';
import { addGroupContact, listGroupContacts, removeGroupContact } from '#server/store/groupMembers.ts';
import {
  deleteGroup,
  getGroup,
  insertGroup,
  listGroupBroadcasts,
  listGroups,
  updateGroup,
} from '#server/store/groups.ts';
import { routes } from './routes.ts';

export const groupRoutes = routes(groupOperations, {
  create: ({ scope, body }) => insertGroup(scope, body),
  list: ({ scope, query }) => listGroups(scope, query),
  update: ({ scope, params, body }) => updateGroup(scope, params.id, body.name),
  delete: ({ scope, params, query, body }) =>
    deleteGroup(scope, params.id, query.delete_contacts ?? body?.delete_contacts ?? false),
  get: ({ scope, params }) => getGroup(scope, params.id),
  broadcasts: ({ scope, params, query }) => listGroupBroadcasts(scope, params.id, query),
  contacts: ({ scope, params, query }) => listGroupContacts(scope, params.id, query),
  addContact: ({ scope, params }) => addGroupContact(scope, params.id, params.contact_id),
  removeContact: ({ scope, params }) => removeGroupContact(scope, params.id, params.contact_id),
});
