import { crc32, deflateSync, inflateSync } from 'node:zlib';

// Pictures of a screen have large areas of few colours: with a palette they take a third of what they do as they come.

const COLORS = 256;

/** A PNG as a browser makes it (8 bits, RGB or RGBA, not interlaced) with at most 256 colours, those seen most. Throws for others. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const seen = new Map<number, number>();
  for (const color of pixels) seen.set(color, (seen.get(color) ?? 0) + 1);
  const palette = paletteOf(seen);
  const places = new Map(palette.map((color, place) => [color, place]));
  const lines = Buffer.alloc((width + 1) * height);
  for (const [at, color] of pixels.entries()) {
    let place = places.get(color);
    if (place === undefined) places.set(color, (place = nearest(palette, color)));
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours seen most; where others are left out, those that are unlike all that are in take the last places. */
function paletteOf(seen: Map<number, number>): number[] {
  const all = [...seen].toSorted(([, a], [, b]) => b - a).map(([color]) => color);
  if (all.length <= COLORS) return all;
  const palette = all.slice(0, COLORS - 64);
  const rest = all
    .slice(palette.length)
    .map((color) => ({ color, far: distance(palette[nearest(palette, color)]!, color) }));
  while (palette.length < COLORS) {
    const odd = rest.reduce((a, b) => (b.far > a.far ? b : a));
    palette.push(odd.color);
    for (const each of rest) each.far = Math.min(each.far, distance(odd.color, each.color));
  }
  return palette;
}

const distance = (a: number, b: number) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

function nearest(palette: readonly number[], color: number): number {
  let best = 0;
  for (let place = 1; place < palette.length; place += 1) {
    if (distance(palette[place]!, color) < distance(palette[best]!, color)) best = place;
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Pixels as 0xRRGGBB, row by row. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = { 2: 3, 6: 4 }[png[25]!];
  if (png[24] !== 8 || !bytes || png[28] !== 0) throw new Error('Not a PNG as browsers make them');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * bytes;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const line = unfiltered(raw.subarray(y * (stride + 1), (y + 1) * (stride + 1)), above, bytes);
    for (let x = 0; x < width; x += 1) {
      const at = x * bytes;
      pixels[y * width + x] = (line[at]! << 16) | (line[at + 1]! << 8) | line[at + 2]!;
    }
    above = line;
  }
  return { width, height, pixels };
}

/** A line of pixels from its filtered form: the kind of filter, then the bytes. */
function unfiltered([kind, ...filtered]: Uint8Array, above: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const line = new Uint8Array(filtered.length);
  for (const [at, byte] of filtered.entries()) {
    const left = at >= bytes ? line[at - bytes]! : 0;
    const up = above[at]!;
    const corner = at >= bytes ? above[at - bytes]! : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind ?? 0] ?? 0;
    line[at] = byte + guess;
  }
  return line;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
