import { html, raw } from 'hono/html';
import { createHash } from 'node:crypto';
import { everyOperation } from '#contract/api.ts';
import { openapi } from '#contract/openapi.ts';
import { type Json, schemaOf } from '#contract/openapiSchemas.ts';
import type { Operation } from '#contract/operation.ts';
import samples from '#contract/samples.json' with { type: 'json' };
import { docsStyle } from './docsStyle.ts';

/** What the page may load: its own style and nothing else; it has no script. */
export const docsPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Named = (typeof everyOperation)[number];
type Described = { info: { title: string; description: string }; components: { responses: Record<string, Json> } };
/** The OpenAPI document. */
export const document = openapi() as Json & Described;
const sampleOf = new Map<string, unknown>(Object.entries(samples));
const resources = Map.groupBy(everyOperation, ({ resource }) => resource);

/** `messageTemplates` as a heading: "Message templates". */
const titled = (resource: string) =>
  (resource.charAt(0).toUpperCase() + resource.slice(1)).replace(
    /(?<=.)[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );

const field = ([name, schema]: [string, Json], required: boolean) => html`
  <tr>
    <td><code>${name}</code>${required ? html` <b>required</b>` : ''}</td>
    <td>${typeOf(schema)}</td>
    <td>${noteOf(schema)}</td>
  </tr>
`;

/** A type in words: `string`, `list of string`, `one of 1, 2`. */
function typeOf(schema: Json): string {
  const { type, items, anyOf, enum: options, format } = schema;
  if (Array.isArray(options)) return `one of ${options.join(', ')}`;
  if (Array.isArray(anyOf)) return [...new Set((anyOf as Json[]).map(typeOf))].join(' or ');
  if (type === 'array') return `list of ${typeOf((items ?? {}) as Json)}`;
  const named = typeof type === 'string' ? type : 'any';
  return typeof format === 'string' ? `${named} (${format})` : named;
}

const noteOf = ({ maxLength, minimum, maximum, maxItems, default: preset }: Json): string =>
  Object.entries({ 'at most': maxLength ?? maximum ?? maxItems, 'at least': minimum, default: preset })
    .flatMap(([word, value]) => (value === undefined ? [] : [`${word} ${JSON.stringify(value)}`]))
    .join(', ');

function fields(title: string, schema: Json) {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] };
  return html`
    <h4>${title}</h4>
    <table>
      ${Object.entries(properties).map((entry) => field(entry, required.includes(entry[0])))}
    </table>
  `;
}

/** Text in which `backticks` set off what is code. */
const prose = (text: string) => text.split('`').map((part, n) => (n % 2 === 1 ? html`<code>${part}</code>` : part));

/** A command to try the operation with. */
function curl({ method, path, body }: Operation): string {
  const lines = [`curl --user "$USERNAME:$API_KEY" "$ORIGIN/api${path.replace(/:\w+/g, '1')}"`];
  if (method !== 'GET') lines.push(`--request ${method}`);
  if (body) lines.push(`--json '{…}'`);
  return lines.join(' \\\n  ');
}

const article = ({ name, operation }: Named) => html`
  <article id="${name}">
    <h3>${operation.summary}</h3>
    <p>
      <code class="${operation.method}">${operation.method}</code> <code>/api${operation.path}</code> ${
        operation.paged ? html`<i>paged</i>` : ''
      }
    </p>
    ${operation.description ? html`<p>${prose(operation.description)}</p>` : ''}
    ${operation.query ? fields('Query', schemaOf(operation.query, 'input')) : ''}
    ${operation.body ? fields(operation.multipart ? 'Body (JSON, or a form with file)' : 'Body', schemaOf(operation.body, 'input')) : ''}
    <pre tabindex="0">${curl(operation)}</pre>
    <details>
      <summary>What it answers</summary>
      <pre tabindex="0">${JSON.stringify(sampleOf.get(name), null, 2)}</pre>
    </details>
  </article>
`;

const section = (resource: string, operations: Named[]) => html`
  <section id="${resource}">
    <h2>${titled(resource)}</h2>
    ${operations.map(article)}
  </section>
`;

const refusals = () =>
  Object.entries(document.components.responses).map(
    ([status, { description }]) => html`
      <tr>
        <td><code>${status}</code></td>
        <td>${String(description)}</td>
      </tr>
    `,
  );

/** The reference of the API as one page that needs nothing but itself. */
export const docsPage = async (): Promise<string> =>
  String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${document.info.title} v2</title>
          ${raw(`<style>${docsStyle}</style>`)}
        </head>
        <body>
          <nav aria-label="Resources">
            <b>${document.info.title} v2</b>
            ${[...resources.keys()].map((resource) => html`<a href="#${resource}">${titled(resource)}</a>`)}
            <a href="/api/openapi.json">OpenAPI 3.1</a>
          </nav>
          <main>
            <h1>${document.info.title} v2</h1>
            <p>${prose(document.info.description)}</p>
            <p>
              Every request carries HTTP Basic credentials: an e-mail address with its password or API key. Bodies are
              JSON. Lists are paged by <code>page</code>, <code>per_page</code> and <code>offset</code>; the totals are
              in the headers <code>X-Total</code>, <code>X-Total-Pages</code> and <code>X-Next-Page</code>.
            </p>
            <h2>Refusals</h2>
            <p>Each is <code>{"error": "…"}</code>, a sentence for people.</p>
            <table>
              ${refusals()}
            </table>
            ${[...resources].map(([resource, operations]) => section(resource, operations))}
          </main>
        </body>
      </html>`,
  );
