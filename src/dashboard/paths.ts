/** Every URL of the dashboard. Pages link through these only. */
export const paths = {
  overview: () => '/',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?${new URLSearchParams({ next })}` : '/sign-in'),
  inbox: (query?: InboxQuery) => `/inbox${search(query)}`,
  conversation: (contactId: number, query?: InboxQuery) => `/inbox/${contactId}${search(query)}`,
  contacts: (query?: ContactsQuery) => `/contacts${search(query)}`,
  newContact: (query?: ContactsQuery) => `/contacts/new${search(query)}`,
  contact: (id: number) => `/contacts/${id}`,
  editContact: (id: number) => `/contacts/${id}/edit`,
};

type InboxQuery = { scope?: string; q?: string };
type ContactsQuery = { scope?: string; q?: string };

const search = (query: Record<string, string> = {}) => {
  const text = new URLSearchParams(query).toString();
  return text && `?${text}`;
};
