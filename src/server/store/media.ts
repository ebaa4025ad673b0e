import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { images } from '#server/db/schema/messages.ts';
import { invalid, notFound } from './errors.ts';
import type { Scope } from './scope.ts';

const magic = [
  { type: 'image/png', starts: ['89504e470d0a1a0a'] },
  { type: 'image/jpeg', starts: ['ffd8ff'] },
  { type: 'image/gif', starts: ['474946383761', '474946383961'] },
];

/** An image read from a form. Its kind is told by its first bytes, never by what the sender calls it. Throws 422. */
export async function readImage(file: File): Promise<{ type: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const kind = magic.find(({ starts }) => starts.some((start) => head.startsWith(start)));
  if (!kind) throw invalid('File', 'must be a png, jpeg or gif image');
  return { type: kind.type, bytes };
}

/** Keeps an image under a new address nobody can guess and answers its token. */
export async function keepImage(scope: Scope, image: { type: string; bytes: Uint8Array }): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await scope.db.insert(images).values({ token, accountId: scope.accountId, ...image });
  return token;
}

/** The image at an address. Throws 404. */
export async function getImage(db: Db, token: string) {
  const [image] = await db
    .select({ type: images.type, bytes: images.bytes })
    .from(images)
    .where(eq(images.token, token));
  if (!image) throw notFound('Image');
  return image;
}
