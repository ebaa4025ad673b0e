import { z } from 'zod/mini';
import { atMost, Flag, Id, Instant, limits, notEmpty, Paging, Search, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/**
 * One text. From us: `sender_type` User, `receiver_type` Contact. To us: `sender_type` Contact, `receiver_type`
 * Account. `status` is an open set; known are `created`, `scheduled`, `delivered`, `failed`, `received`, `held`.
 * Phones are E.164 with the plus.
 */
export const Message = z.object({
  read: z.boolean(),
  broadcast_id: z.nullable(Id),
  status: z.string(),
  /** When it goes, or went, out; null unless it was scheduled. */
  deliver_at: z.nullable(Timestamp),
  from_autoresponse: z.nullable(z.boolean()),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  sender_id: Id,
  receiver_id: Id,
  sender_type: z.string(),
  receiver_type: z.string(),
  content: z.string(),
  sender_phone: z.string(),
  sender_name: z.string(),
  sender_email: z.nullable(z.string()),
  receiver_phone: z.string(),
  receiver_name: z.string(),
  image_url: z.nullable(z.string()),
  thumb_url: z.nullable(z.string()),
  media_urls: z.nullable(z.array(z.string())),
});
export type Message = z.output<typeof Message>;

/** How far a text has come, in the words this server uses; a hosted service may use others. */
export type MessageStatus = 'created' | 'scheduled' | 'held' | 'delivered' | 'failed' | 'received';

const idOr = (what: string) =>
  z.pipe(
    z.union([Id, z.string().check(z.trim(), notEmpty, z.maxLength(limits.nameLength))], { error: what }),
    z.transform(String),
  );

export const MessageInput = z
  .object({
    /** The id or e-mail address of a user of the account who is not archived. */
    sender: idOr('must be the id or e-mail address of a user'),
    /** A contact's id (digits only) or a phone number that begins with `+`; an unknown number becomes a contact. */
    receiver: idOr('must be the id of a contact or a phone number that begins with +'),
    content: z._default(z.string().check(atMost(limits.messageLength)), ''),
    deliver_at: z.optional(z.nullable(Instant)),
    file: z.optional(
      z
        .file({ error: 'must be sent as multipart/form-data' })
        .check(z.maxSize(limits.imageBytes, 'is too large (maximum is 5 MB)')),
    ),
  })
  .check(
    z.refine(({ content, file }) => content.trim() !== '' || file, { error: "can't be blank", path: ['content'] }),
  );
export type MessageInput = z.output<typeof MessageInput>;

const MessageChange = z.object({ read: Flag });

export const MessageScope = z.enum(['flagged', 'unread', 'with_notes', 'scheduled'], {
  error: "scope must be 'flagged', 'unread', 'with_notes' or 'scheduled'",
});
export type MessageScope = z.output<typeof MessageScope>;

export const MessageFilter = z.extend(Paging, {
  q: Search,
  last_message_to_each_contact: z.optional(Flag),
  scope: z.optional(MessageScope),
});
export type MessageFilter = z.output<typeof MessageFilter>;

export const messageOperations = operations({
  list: {
    method: 'GET',
    path: '/messages',
    summary: 'List all messages for the current account',
    description:
      'Newest first. `q` searches the text. `scope` keeps messages of flagged contacts, of contacts with notes, ' +
      'inbound ones not yet read, or scheduled ones; with `last_message_to_each_contact` the last such message of each contact.',
    query: MessageFilter,
    reply: z.array(Message),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/messages',
    summary: 'Create and send a message',
    description: 'As JSON, or as multipart/form-data with a png, jpeg or gif of at most 5 MB in `file`.',
    body: MessageInput,
    multipart: true,
    reply: Message,
  },
  thread: {
    method: 'GET',
    path: '/messages/:contact_id',
    summary: 'List all messages to and from the specified contact',
    description: 'Newest first.',
    query: Paging,
    reply: z.array(Message),
    paged: true,
  },
  update: {
    method: 'PUT',
    path: '/messages/:id',
    summary: "Update a message's read status",
    body: MessageChange,
    reply: Message,
  },
  delete: {
    method: 'DELETE',
    path: '/messages/:id',
    summary: 'Delete a scheduled message',
    description: 'Answers the message as it was; 422 once it was sent.',
    reply: Message,
  },
});
