/** A page of a list of the API, as every peer reads it: the rows, and how many there are in all. */
export async function readPage(path, query) {
  const reply = await fetch(`/api/${path}?${new URLSearchParams(query)}`);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return { data: await reply.json(), total: Number(reply.headers.get('X-Total')) };
}
