import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLines } from '../../src/import/byte-lines.ts';
import { type Chunk, cutChunks, type Place } from '../../src/import/cut-chunks.ts';

const LIMITS = { bytesMax: 20, linesMax: 3 };
const LINE_BYTES_MAX = 30;

const pieces = async function* (content: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of [...sizes, content.length]) {
    yield content.subarray(at, at + size);
    at += size;
  }
};

interface Cut {
  readonly chunks: readonly Chunk[];
  readonly long: readonly (readonly [line: number, bytes: number])[];
}

const cut = async (
  content: Buffer,
  { sizes = [] as readonly number[], from = { offset: 0, line: 1 } as Place, ends = [] as readonly number[] } = {},
): Promise<Cut> => {
  const chunks: Chunk[] = [];
  const long: (readonly [number, number])[] = [];
  const lines = byteLines(pieces(content.subarray(from.offset), sizes), LINE_BYTES_MAX);
  const signalOf = (line: Buffer): 'logs' | 'traces' => (line.includes('s') ? 'traces' : 'logs');
  const onLongLine = (line: number, bytes: number): void => void long.push([line, bytes]);
  for await (const chunk of cutChunks(lines, { from, ends, limits: LIMITS, signalOf, onLongLine })) chunks.push(chunk);
  return { chunks, long };
};

const line = fc.string({ unit: fc.constantFrom('a', 's', 'ü', ' '), maxLength: 25 });
const content = fc
  .tuple(fc.array(line, { maxLength: 20 }), line)
  .map(([lines, last]) => Buffer.from(lines.map((text) => `${text}\n`).join('') + last));
const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 10 });

const isTaken = (bytes: Buffer): boolean => bytes.length <= LINE_BYTES_MAX;
const linesIn = (bytes: Buffer): Buffer[] =>
  bytes
    .toString('latin1')
    .split(/(?<=\n)/)
    .filter((text) => text !== '')
    .map((text) => Buffer.from(text, 'latin1'));

test('whatever the pieces are: all lines in order, the same chunks, each within its limits', async () => {
  await fc.assert(
    fc.asyncProperty(content, sizes, async (bytes, cuts) => {
      const { chunks, long } = await cut(bytes, { sizes: cuts });
      expect(await cut(bytes)).toEqual({ chunks, long });
      const all = linesIn(bytes);
      expect(chunks.flatMap((chunk) => linesIn(chunk.bytes))).toEqual(all.filter(isTaken));
      expect(long).toEqual(all.flatMap((one, i) => (isTaken(one) ? [] : [[i + 1, one.length]])));
      for (const { firstLine, bytes: held } of chunks) {
        const own = linesIn(held);
        expect(own).toEqual(all.slice(firstLine - 1, firstLine - 1 + own.length));
        expect(own.length === 1 || (own.length <= LIMITS.linesMax && held.length <= LIMITS.bytesMax)).toBe(true);
        expect(new Set(own.map((one) => one.includes('s'))).size).toBe(1);
      }
    }),
  );
});

test('from any place between chunks the others are the same', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      const { chunks } = await cut(bytes);
      for (const [index, { next }] of chunks.entries())
        if (next) expect((await cut(bytes, { from: next })).chunks).toEqual(chunks.slice(index + 1));
    }),
  );
});

test('a file that grew, read with the end it had: the chunks from before, but for a last line without an end', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.nat(), async (bytes, at) => {
      const end = at % (bytes.length + 1);
      const before = (await cut(bytes.subarray(0, end))).chunks;
      const after = (await cut(bytes, { ends: [end] })).chunks;
      const whole = before.filter(({ next }) => next !== null);
      // Where a line that was half there is too long now, the place behind it is another one.
      expect(after.slice(0, whole.length).map(({ bytes: held }) => held)).toEqual(whole.map(({ bytes: held }) => held));
    }),
  );
});
