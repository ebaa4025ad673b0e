import { z } from 'zod/mini';
import type { MessageTemplate, MessageTemplateInput } from '#contract/messageTemplates.ts';

/** What the form holds: text as typed. */
export const TemplateValues = z.object({ title: z.string(), content: z.string(), shared: z.boolean() });
export type TemplateValues = z.output<typeof TemplateValues>;

/** How the service names the fields in its refusals. */
export const labels: Record<keyof TemplateValues, string> = {
  title: 'Title',
  content: 'Content',
  shared: 'Owner type',
};

export const isShared = ({ owner_type }: Pick<MessageTemplate, 'owner_type'>) => owner_type === 'Organization';

export const valuesOf = (template: MessageTemplate | undefined): TemplateValues => ({
  title: template?.title ?? '',
  content: template?.content ?? '',
  shared: template !== undefined && isShared(template),
});

export const inputOf = ({ title, content, shared }: TemplateValues): MessageTemplateInput => ({
  title: title.trim(),
  content,
  owner_type: shared ? 'Organization' : 'Account',
});

export const check = ({ title, content }: TemplateValues) => ({
  ...(title.trim() === '' && { title: 'Give it a title.' }),
  ...(content.trim() === '' && { content: 'Write the text.' }),
});

/** Where the unsaved text of each is kept. */
export const draftNames = {
  new: 'template-new',
  copy: (id: number) => `template-copy-${id}`,
  of: (id: number) => `template-${id}`,
};
