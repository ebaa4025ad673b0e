import { listAhead } from './api/listAhead.ts';
import { queryClient } from './api/queryClient.ts';
import { session } from './api/session.ts';

// What the page begins with is read while the code that draws it is still on its way: index.html fetches this, and what
// it needs, as a file of its own (see `first/first.ts`).

/** Fulfilled once it is known who is signed in, or can't be. */
export const whoIsHere: Promise<void> = queryClient.prefetchQuery(session.current());

/** Fulfilled once the list of this address, where there is one, has been read, or can't be. */
export const listRead: Promise<void> = whoIsHere.then(() => listAhead(location));
