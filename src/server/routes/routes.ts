import { type Context, Hono } from 'hono';
import { z } from 'zod/mini';
import type { Page, Paging } from '#contract/common.ts';
import type { Body, Operation, Params, Query, Reply } from '#contract/operation.ts';
import { notFound } from '#server/store/errors.ts';
import type { Scope } from '#server/store/scope.ts';
import { readBody } from './body.ts';
import { pageHeaders } from './pageHeaders.ts';
import { requireStorable } from './storable.ts';

/** What a request carries through the server's routes: in whose name it is made. */
export type Env = { Variables: { scope: Scope } };

type Input<O extends Operation> = { scope: Scope; params: Params<O['path']>; query: Query<O>; body: Body<O> };
type Result<O extends Operation> = O extends { paged: true }
  ? Page<Reply<O> extends (infer Item)[] ? Item : never>
  : Reply<O>;
export type Handlers<T extends Record<string, Operation>> = {
  [K in keyof T]: (input: Input<T[K]>) => Promise<Result<T[K]>>;
};

/** Serves a resource's operations, one function each. A missing one does not compile. */
export function routes<T extends Record<string, Operation>>(table: T, handlers: Handlers<T>) {
  const app = new Hono<Env>();
  for (const name in table) serve(app, table[name], handlers[name]);
  return app;
}

function serve<O extends Operation>(app: Hono<Env>, operation: O, handle: (input: Input<O>) => Promise<Result<O>>) {
  const reply = compiled(operation.reply);
  app.on(operation.method, operation.path.replace(/:(\w+)/g, ':$1{[0-9]+}'), async (c) => {
    const query = operation.query?.parse(c.req.query()); // a ZodError becomes 422 in one place
    const body = operation.body?.parse(await readBody(c, operation));
    requireStorable(query);
    requireStorable(body);
    const result = await handle({ scope: c.var.scope, params: idsOf(c), query, body } as Input<O>);
    if (!operation.paged) return c.json(reply().parse(result) as object);
    const { items, total } = result as Page<unknown>;
    return c.json(reply().parse(items) as object, 200, pageHeaders(query as Paging, total));
  });
}

/** Every row of every list goes through it, so it is worth compiling: when it is first used, not at the start. */
function compiled<S extends z.ZodMiniType>(schema: S): () => S {
  let fast: S | undefined;
  return () => (fast ??= z.compile(schema));
}

/** The ids in the path. One beyond what a number holds names nothing that exists. */
function idsOf(c: Context<Env>): Record<string, number> {
  const ids = Object.entries(c.req.param()).map(([name, digits]) => [name, Number(digits)] as const);
  if (ids.some(([, id]) => !Number.isSafeInteger(id) || id < 1)) throw notFound('Resource');
  return Object.fromEntries(ids);
}
