import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Where the pictures are that screens are compared with. */
const baseline = resolve(import.meta.dirname, "baseline");

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const truecolour = 2;
const truecolourWithAlpha = 6;

/**
 * Makes the pictures that were taken anew small: with at most 256 colours they take a third of the
 * room, and colours move by less than what a comparison sees.
 */
export default function shrink(): void {
  let names: string[];
  try {
    names = readdirSync(baseline).filter((name) => name.endsWith(".png"));
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(baseline, name);
    const small = shrunk(readFileSync(path));
    if (small) {
      writeFileSync(path, small);
    }
  }
}

/** The picture with a palette; nothing if it has one already. */
export function shrunk(png: Buffer): Buffer | undefined {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const type = png[25];
  if (type !== truecolour && type !== truecolourWithAlpha) {
    return undefined;
  }
  const pixels = decoded(png, width, height, type === truecolour ? 3 : 4);
  const { palette, indices } = reduced(pixels);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    indices.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The colours of the pixels, three bytes each, row by row. */
function decoded(png: Buffer, width: number, height: number, channels: number): Buffer {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      data.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (rows[y * stride + x - channels] ?? 0) : 0;
      const above = y > 0 ? (rows[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (rows[(y - 1) * stride + x - channels] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      rows[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows.copy(pixels, pixel * 3, pixel * channels, pixel * channels + 3);
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The most frequent colours, and for each pixel the nearest of them. */
function reduced(pixels: Buffer): { palette: Buffer; indices: Buffer } {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < pixels.length; pixel += 3) {
    const colour = pixels.readUIntBE(pixel, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, 256);
  const palette = frequent.map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const indices = Buffer.alloc(pixels.length / 3);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    const colour = pixels.readUIntBE(pixel * 3, 3);
    let place = places.get(colour);
    if (place === undefined) {
      place = nearest(palette, colour);
      places.set(colour, place);
    }
    indices[pixel] = place;
  }
  return { palette: Buffer.from(palette.flatMap(channels)), indices };
}

function channels(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** The place of the colour that differs least. */
function nearest(palette: number[], colour: number): number {
  const [red, green, blue] = channels(colour);
  let best = 0;
  let least = Infinity;
  palette.forEach((other, place) => {
    const [r, g, b] = channels(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      [best, least] = [place, distance];
    }
  });
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
