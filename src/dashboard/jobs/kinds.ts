import type { JobKind } from './job.ts';

/** Every kind of job by name, fetched when one of it is run or shown. A new kind is one file and one line here. */
const kinds = {
  retag: async () => (await import('./kinds/retag.ts')).retag,
  fillGroup: async () => (await import('./kinds/fillGroup.ts')).fillGroup,
  listNumbers: async () => (await import('./kinds/listNumbers.ts')).listNumbers,
  exportList: async () => (await import('./kinds/exportList.ts')).exportList,
  changeContacts: async () => (await import('./kinds/changeContacts.ts')).changeContacts,
  exportContacts: async () => (await import('./kinds/exportContacts.ts')).exportContacts,
  importContacts: async () => (await import('./kinds/importContacts.ts')).importContacts,
};

export type KindName = keyof typeof kinds;

type Kinds = { [Name in KindName]: Awaited<ReturnType<(typeof kinds)[Name]>> };
export type ItemOf<Name extends KindName> = Kinds[Name] extends JobKind<infer Item, infer _> ? Item : never;
export type InputOf<Name extends KindName> = Kinds[Name] extends JobKind<infer _, infer Input> ? Input : never;

const isKind = (name: string): name is KindName => name in kinds;

/** What the runner needs of a kind whose items it does not know. */
export type AnyKind = JobKind<unknown, unknown>;

/** Undefined for the kind of a job that another version of the dashboard has left here. */
export async function kindOf(name: string): Promise<AnyKind | undefined> {
  // Items and input were written for this very kind by `startJob`, which the types of `kinds` hold to it.
  return isKind(name) ? ((await kinds[name]()) as AnyKind) : undefined;
}
