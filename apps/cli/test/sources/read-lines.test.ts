import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../src/sources/read-lines.ts';

async function* chunked(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (let n = 0; from < bytes.length; n++) {
    const size = sizes[n % sizes.length] as number;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

const read = async (text: string, sizes: readonly number[], bytesMax?: number) => {
  const lines = [];
  for await (const some of readLines(chunked(Buffer.from(text), sizes), bytesMax)) lines.push(...some);
  return lines;
};

/** What a file of text consists of; the last line feed ends a line rather than beginning one. */
const split = (text: string): readonly string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');

test('the same lines however the text is cut into chunks', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\u2028'), minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (content, sizes) => {
      expect(await read(content, sizes)).toEqual(split(content));
    }),
  );
});

test('a line beyond its bytes is told by them, wherever the chunks end, and the next ones are there', async () => {
  const text = `ab\n${'x'.repeat(11)}\n${'é'.repeat(6)}\n0123456789\n\nlast`;
  for (const size of [1, 2, 3, 5, 16, 100])
    expect(await read(text, [size], 10)).toEqual(['ab', { bytes: 11 }, { bytes: 12 }, '0123456789', '', 'last']);
});

test('nothing has no lines', async () => {
  expect(await read('', [1])).toEqual([]);
});
