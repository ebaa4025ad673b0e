import { createBrowserRouter, redirect, type RouteObject } from 'react-router';
import { orLatePage } from '#dashboard/ui/latePage.tsx';
import { NotFound, RouteError } from '#dashboard/ui/RouteError.tsx';
import { queryClient } from './api/queryClient.ts';
import { session } from './api/session.ts';
import { setDraftOwner } from './lib/formDraft.ts';
import { paths } from './paths.ts';
import { Shell } from './shell/Shell.tsx';

/** A page fetched when it is needed. `over` it, at addresses below its own, lie drawers. */
const page = (path: string, Component: () => Promise<React.ComponentType>, over: RouteObject[] = []): RouteObject => ({
  path,
  lazy: { Component: orLatePage(Component) },
  ErrorBoundary: RouteError,
  children: over,
});

/** Nobody gets past without a session; the address is kept for afterwards. */
async function signedIn({ request }: { request: Request }) {
  const { username } = await queryClient.ensureQueryData(session.current());
  setDraftOwner(username ?? '');
  if (username !== null) return null;
  const { pathname, search } = new URL(request.url);
  return redirect(paths.signIn(pathname + search));
}

export const router = createBrowserRouter([
  {
    path: paths.signIn(),
    lazy: { Component: orLatePage(async () => (await import('./pages/sign-in/SignInPage.tsx')).SignInPage) },
    loader: async () => {
      await queryClient.ensureQueryData(session.current());
      return null;
    },
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
  },
  {
    Component: Shell,
    loader: signedIn,
    // Who is signed in is settled once; a session that ends is announced by the client.
    shouldRevalidate: () => false,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      page('/', async () => (await import('./pages/overview/OverviewPage.tsx')).OverviewPage),
      page('inbox/:contactId?', async () => (await import('./pages/inbox/InboxPage.tsx')).InboxPage),
      page('contacts', async () => (await import('./pages/contacts/ContactsPage.tsx')).ContactsPage, [
        page('new', async () => (await import('./pages/contacts/NewContact.tsx')).NewContact),
      ]),
      page('contacts/import', async () => (await import('./pages/contacts/ImportPage.tsx')).ImportPage),
      page('contacts/:id', async () => (await import('./pages/contacts/ContactPage.tsx')).ContactPage, [
        page('edit', async () => (await import('./pages/contacts/EditContact.tsx')).EditContact),
      ]),
      page('groups', async () => (await import('./pages/groups/GroupsPage.tsx')).GroupsPage, [
        page('new', async () => (await import('./pages/groups/NewGroup.tsx')).NewGroup),
      ]),
      page('groups/:id', async () => (await import('./pages/groups/GroupPage.tsx')).GroupPage, [
        page('add', async () => (await import('./pages/groups/AddMembers.tsx')).AddMembers),
      ]),
      page('broadcasts', async () => (await import('./pages/broadcasts/BroadcastsPage.tsx')).BroadcastsPage),
      page('broadcasts/new', async () => (await import('./pages/broadcasts/NewBroadcastPage.tsx')).NewBroadcastPage),
      page('broadcasts/calendar', async () => (await import('./pages/broadcasts/CalendarPage.tsx')).CalendarPage),
      page('broadcasts/:id', async () => (await import('./pages/broadcasts/ReportPage.tsx')).ReportPage),
      page('jobs', async () => (await import('./pages/jobs/JobsPage.tsx')).JobsPage),
      page('jobs/:id', async () => (await import('./pages/jobs/JobPage.tsx')).JobPage),
      page('opt-outs', async () => (await import('./pages/opt-outs/OptOutsPage.tsx')).OptOutsPage, [
        page('new', async () => (await import('./pages/opt-outs/NewOptOut.tsx')).NewOptOut),
        page('import', async () => (await import('./pages/opt-outs/ImportOptOuts.tsx')).ImportOptOuts),
        page(':id', async () => (await import('./pages/opt-outs/OptOutDetail.tsx')).OptOutDetail),
      ]),
      page(
        'blocked-numbers',
        async () => (await import('./pages/blocked-numbers/BlockedNumbersPage.tsx')).BlockedNumbersPage,
        [
          page('new', async () => (await import('./pages/blocked-numbers/NewBlockedNumber.tsx')).NewBlockedNumber),
          page(
            'import',
            async () => (await import('./pages/blocked-numbers/ImportBlockedNumbers.tsx')).ImportBlockedNumbers,
          ),
        ],
      ),
      page('tags', async () => (await import('./pages/tags/TagsPage.tsx')).TagsPage, [
        page('who', async () => (await import('./pages/tags/TagCarriers.tsx')).TagCarriers),
      ]),
      page('users', async () => (await import('./pages/users/UsersPage.tsx')).UsersPage),
      page('audit', async () => (await import('./pages/audit/AuditPage.tsx')).AuditPage),
      page('settings', async () => (await import('./pages/settings/SettingsPage.tsx')).SettingsPage),
      page('settings/doctor', async () => (await import('./pages/settings/DoctorPage.tsx')).DoctorPage),
      page('webhooks', async () => (await import('./pages/webhooks/WebHooksPage.tsx')).WebHooksPage, [
        {
          index: true,
          lazy: { Component: async () => (await import('./pages/webhooks/ReceiverPane.tsx')).ReceiverPane },
        },
        page('new', async () => (await import('./pages/webhooks/NewHook.tsx')).NewHook),
        page('receiver', async () => (await import('./pages/webhooks/ReceiverPane.tsx')).ReceiverPane),
        page('check', async () => (await import('./pages/webhooks/CheckPane.tsx')).CheckPane),
        page(':id', async () => (await import('./pages/webhooks/HookPane.tsx')).HookPane, [
          page('edit', async () => (await import('./pages/webhooks/EditHook.tsx')).EditHook),
        ]),
      ]),
      page('simulator', async () => (await import('./pages/simulator/SimulatorPage.tsx')).SimulatorPage),
      page('templates/:id?', async () => (await import('./pages/templates/TemplatesPage.tsx')).TemplatesPage),
      page('signatures', async () => (await import('./pages/signatures/SignaturesPage.tsx')).SignaturesPage, [
        page('new', async () => (await import('./pages/signatures/SignatureDrawer.tsx')).NewSignature),
        page(':id', async () => (await import('./pages/signatures/SignatureDrawer.tsx')).EditSignature),
      ]),
      page('auto-replies', async () => (await import('./pages/auto-replies/AutoRepliesPage.tsx')).AutoRepliesPage, [
        page('new', async () => (await import('./pages/auto-replies/AutoReplyDrawer.tsx')).NewAutoReply),
        page(':id', async () => (await import('./pages/auto-replies/AutoReplyDrawer.tsx')).EditAutoReply),
      ]),
      { path: '*', Component: NotFound },
    ],
  },
]);
