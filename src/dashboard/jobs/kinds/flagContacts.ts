import { contactOperations } from '#contract/contacts.ts';
import { done, type JobKind } from '#dashboard/jobs/job.ts';

/** Flags contacts, or takes their flags away. */
export const flagContacts: JobKind<{ id: number; name: string }, { flagged: boolean }> = {
  noun: 'contact',
  label: ({ name }) => name,
  async perform({ id }, { call, input }) {
    await call(contactOperations.update, { params: { id }, body: input });
    return { ...done(), contactId: id };
  },
  touches: () => [['contacts']],
};
