import { crc32, deflateSync } from 'node:zlib';

const width = 480;
const height = 300;

type Colour = readonly [red: number, green: number, blue: number];
type Box = { left: number; top: number; right: number; bottom: number; colour: Colour };

/** A photographed card with a portrait and lines of print: the certificate that people in the demo text us. */
const card: readonly Box[] = [
  { left: 0, top: 0, right: width, bottom: height, colour: [178, 186, 196] },
  { left: 40, top: 34, right: 440, bottom: 266, colour: [247, 246, 240] },
  { left: 40, top: 34, right: 440, bottom: 82, colour: [18, 84, 124] },
  { left: 58, top: 50, right: 250, bottom: 66, colour: [233, 240, 245] },
  { left: 62, top: 104, right: 162, bottom: 232, colour: [205, 212, 218] },
  { left: 92, top: 122, right: 132, bottom: 168, colour: [116, 92, 74] },
  { left: 76, top: 176, right: 148, bottom: 232, colour: [62, 84, 70] },
  ...[110, 136, 162, 188, 214].map((top, place) => ({
    left: 186,
    top,
    right: 420 - place * 26,
    bottom: top + 10,
    colour: [112, 120, 128] as const,
  })),
];

/** The card as a PNG: 8-bit true colour, one unfiltered scan line after another. */
export function pictureOfCard(): Uint8Array<ArrayBuffer> {
  const lines = Buffer.alloc(height * (1 + width * 3));
  for (const { left, top, right, bottom, colour } of card) {
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) lines.set(colour, y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
