import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateInRoom } from '../../src/otlp/inflate-in-room.ts';
import { createRoom } from '../../src/otlp/room.ts';

test('who finds no room waits, in the order of coming', async () => {
  const room = createRoom(10);
  const taken: string[] = [];
  const take = (name: string, bytes: number): Promise<unknown> => room.take(bytes).then(() => taken.push(name));
  const all = [take('a', 6), take('b', 6), take('c', 1)];
  await all[0];
  // `c` would fit, and would let `b` wait for ever where many small ones come.
  expect(taken).toEqual(['a']);
  room.give(6);
  await Promise.all(all);
  expect(taken).toEqual(['a', 'b', 'c']);
  expect(() => room.take(11)).toThrow('expected at most 10 bytes to be taken, found 11');
});

test('inflated bodies never take more than there is, whether they can be read or used or not', async () => {
  const room = createRoom(250);
  const body = gzipSync(Buffer.alloc(100, 1));
  let [now, most] = [0, 0];
  const inflate = (bytes: Uint8Array): Promise<void> =>
    inflateInRoom(room, bytes, 'gzip', 100, async () => {
      most = Math.max(most, ++now);
      await new Promise((turn) => setImmediate(turn));
      now -= 1;
      if (bytes.length < 10) throw new Error('of no use');
    });
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => inflate(i % 3 === 0 ? body.subarray(0, 9) : body)),
  );
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  expect(most).toBeLessThanOrEqual(2);
  await room.take(250);
});
