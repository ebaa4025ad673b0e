import { textIn } from '#dashboard/api/carrier.ts';
import { noteSent } from './ownTexts.ts';

/** A picture that this installation serves itself. */
const picture = () => `${location.origin}/icon.svg`;

export type Words = { content: string; withPicture?: boolean };

/** A phone sends; what it sent stands on its screen once the network has taken it. */
export async function say(from: string, to: string, { content, withPicture = false }: Words): Promise<void> {
  await textIn({ from, to, content, ...(withPicture && { media_urls: [picture()] }) });
  noteSent(from, { content, picture: withPicture });
}
