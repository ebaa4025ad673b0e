export type ServerSentEvent = { id: string | undefined; data: string };

/** Cuts a stream of text into server-sent events. Comments and unknown fields are skipped. */
export class EventReader {
  #rest = '';

  /** The events that this piece completes. */
  take(piece: string): ServerSentEvent[] {
    const blocks = (this.#rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap(parse);
  }
}

function parse(block: string): ServerSentEvent[] {
  const fields = block.split('\n').map((line) => /^(\w+):? ?(.*)$/s.exec(line) ?? []);
  const values = (name: string) => fields.filter(([, field]) => field === name).map(([, , value]) => value ?? '');
  const data = values('data');
  return data.length > 0 ? [{ id: values('id').at(-1), data: data.join('\n') }] : [];
}
