import { z } from 'zod/mini';
import { AutoReply } from './autoReplies.ts';
import { BlockedNumber } from './blockedNumbers.ts';
import { Broadcast } from './broadcasts.ts';
import { Flag, Refusal } from './common.ts';
import { Contact } from './contacts.ts';
import { Group } from './groups.ts';
import { Message } from './messages.ts';
import { MessageSignature } from './messageSignatures.ts';
import { MessageTemplate } from './messageTemplates.ts';
import { OptOut } from './optOuts.ts';
import { User } from './users.ts';
import { WebHook, WebHookPayload } from './webHooks.ts';

/** Anything in an OpenAPI document. */
export type Json = { [key: string]: unknown };

/** What replies are made of, under the name that the document refers to it by. */
const named = {
  AutoReply,
  BlockedNumber,
  Broadcast,
  Contact,
  Group,
  Message,
  MessageSignature,
  MessageTemplate,
  OptOut,
  User,
  WebHook,
  WebHookPayload,
  Error: Refusal,
};

/** The document's `components.schemas`. */
export const componentSchemas = (): Json =>
  Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, schemaOf(schema, 'output')]));

/** A reference to one of the document's components. */
export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** What an operation answers, by reference where it has a name. */
export function replySchema(reply: z.core.$ZodType): Json {
  if (reply instanceof z.ZodMiniArray) return { type: 'array', items: replySchema(reply._zod.def.element) };
  const [name] = Object.entries(named).find(([, schema]) => schema === reply) ?? [];
  return name ? ref('schemas', name) : schemaOf(reply, 'output');
}

/** `schema` as JSON Schema: what may be sent (`input`), or what is answered (`output`). */
export function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: plain });
  return json;
}

/** A flag is a boolean to whoever writes one, and the bounds of what a number can hold are no limits of ours. */
function plain({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: Json }) {
  if (zodSchema === Flag || zodSchema === Flag._zod.def.in) {
    delete jsonSchema['anyOf'];
    jsonSchema['type'] = 'boolean';
  }
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
}
