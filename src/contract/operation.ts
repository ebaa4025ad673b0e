import type { z } from 'zod/mini';

/**
 * One operation of the API as its reference documents it: the single source of the server's routes, the
 * gateway's allow-list, the dashboard's calls and the OpenAPI document.
 */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api`; every `:segment` is a positive integer. */
  path: `/${string}`;
  /** One line, as in the reference's table of contents. */
  summary: string;
  /** Where the reference is silent and a decision was made: what this implementation does. */
  description?: string;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** The body may also arrive as `multipart/form-data` with an image in its part `file`. */
  multipart?: true;
  reply: z.ZodMiniType;
  /** The reply is one page of an array; the totals travel in `X-` headers. */
  paged?: true;
};

/** Gives a table of operations its exact type. */
export const operations = <const T extends Record<string, Operation>>(table: T): T => table;

/** `{id, contact_id}` of `/groups/:id/contacts/:contact_id`. */
export type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: number } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: number }
    : unknown;

/** What the server reads from the query string. */
export type Query<O extends Operation> = O extends { query: infer Q extends z.ZodMiniType } ? z.output<Q> : unknown;
/** What a caller may put into the query string. */
export type QueryInput<O extends Operation> = O extends { query: infer Q extends z.ZodMiniType } ? z.input<Q> : unknown;
/** What the server reads from the body. */
export type Body<O extends Operation> = O extends { body: infer B extends z.ZodMiniType } ? z.output<B> : unknown;
/** What a caller may put into the body. */
export type BodyInput<O extends Operation> = O extends { body: infer B extends z.ZodMiniType } ? z.input<B> : unknown;
export type Reply<O extends Operation> = z.output<O['reply']>;
