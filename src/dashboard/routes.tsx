import { Suspense, useEffect, useState } from 'react';
import { matchRoutes, type RouteObject, useLocation, useRoutes } from 'react-router';
import { Boundary } from '#dashboard/ui/Boundary.tsx';
import { latePage } from '#dashboard/ui/latePage.tsx';
import { NotFound } from '#dashboard/ui/RouteError.tsx';
import { paths } from './paths.ts';
import { SignedIn } from './shell/SignedIn.tsx';

/** A page fetched when it is needed. `over` it, at addresses below its own, lie drawers. */
function page(path: string, load: () => Promise<React.ComponentType>, over: RouteObject[] = []): RouteObject {
  const { LatePage, ...code } = latePage(load);
  const element = (
    <Boundary>
      <LatePage />
    </Boundary>
  );
  return { path, handle: code, element, children: over };
}

const signIn = page(paths.signIn(), async () => (await import('./pages/sign-in/SignInPage.tsx')).SignInPage);

/** The path of each begins with a word: by it they are looked up. */
const pages: RouteObject[] = [
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
    page('', async () => (await import('./pages/webhooks/ReceiverPane.tsx')).ReceiverPane),
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
];

const frame = (
  <Boundary>
    <SignedIn />
  </Boundary>
);

const placeOf = (path = '') => path.replace(/^\//, '').split('/', 1)[0]?.toLowerCase() ?? '';

/** The routes that an address can mean: the router sorts all it is given each time it is asked. */
function routesNear(pathname: string): RouteObject[] {
  const place = placeOf(pathname);
  const near = pages.filter(({ path }) => placeOf(path) === place);
  // The router knows more spellings of a word: `/%63ontacts`.
  const children = [...(near.length > 0 ? near : pages), { path: '*', element: <NotFound /> }];
  return [signIn, { element: frame, children }];
}

type Code = Omit<ReturnType<typeof latePage>, 'LatePage'>;

/** The last, as several ask for it one after the other. */
let found: { pathname: string; code: Code[] } | undefined;

function codeOf(pathname: string): Code[] {
  if (found?.pathname !== pathname) {
    const matches = matchRoutes(routesNear(pathname), pathname) ?? [];
    found = { pathname, code: matches.flatMap(({ route }) => (route.handle as Code | undefined) ?? []) };
  }
  return found.code;
}

/** Fetches the code of what an address shows: a drawer's beside its page's, not after it. */
export const fetchPages = (pathname: string): Promise<unknown> => fetchAll(codeOf(pathname));

const fetchAll = (code: Code[]): Promise<unknown> => Promise.all(code.map(({ fetch }) => fetch()));

/** What the address shows. What was shown before stays until that is here. */
export function Pages() {
  const asked = useLocation();
  const [shown, show] = useState(asked);
  const code = codeOf(asked.pathname);
  if (asked !== shown && code.every(({ isHere }) => isHere())) show(asked);
  useEffect(() => {
    let left = false;
    void fetchAll(code).then(() => left || show(asked));
    return () => void (left = true);
  }, [asked, code]);
  return <Suspense>{useRoutes(routesNear(shown.pathname), shown)}</Suspense>;
}
