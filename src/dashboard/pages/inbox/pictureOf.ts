import type { Message } from '#contract/messages.ts';
import { imagesOf } from '#dashboard/lib/conversation.ts';

/** The picture of a text as a file, to be sent again; undefined when there is none. Rejects when it can't be read. */
export async function pictureOf(message: Message): Promise<File | undefined> {
  const [url] = imagesOf(message);
  if (!url) return undefined;
  const picture = await (await fetch(url)).blob();
  return new File([picture], 'image', { type: picture.type });
}
