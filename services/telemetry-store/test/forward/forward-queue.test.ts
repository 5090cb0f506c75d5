import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ForwardQueue, openForwardQueue, type QueuedSegment } from '../../src/forward/queue/forward-queue.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'queue-'));
  path = join(dir, 'forward', 'tempo');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const segment = async (name: string, text: string): Promise<[string, string]> => {
  const file = join(dir, name);
  await writeFile(file, text);
  return [name, file];
};
const first = (queue: ForwardQueue): QueuedSegment => {
  const queued = queue.first();
  if (!queued) throw new Error('expected a segment, found none');
  return queued;
};

test('segments wait in the order they came, whatever their names, and are found again by the next run', async () => {
  const queue = await openForwardQueue(path, 1_000);
  await queue.add(...(await segment('000000000009-0000000000000001', 'first')));
  await queue.add(...(await segment('000000000001-0000000000000002', 'second')));
  await queue.advance(first(queue), 7);
  await writeFile(join(path, 'half.part'), 'left by a crash');

  const again = await openForwardQueue(path, 1_000);
  expect(first(again)).toMatchObject({ segment: '000000000009-0000000000000001', answered: 7, bytes: 5 });
  expect(String(await again.read(first(again)))).toBe('first');
  expect(again.bytes()).toBe(11);
  expect(await again.remove(first(again))).toBe(true);
  expect(String(await again.read(first(again)))).toBe('second');
  await again.add(...(await segment('000000000001-0000000000000003', 'third')));
  expect((await readdir(path)).length).toBe(2);
});

test('the file is shared with the log, and stays when the log lets go of it', async () => {
  const [name, file] = await segment('one', 'bytes');
  const queue = await openForwardQueue(path, 1_000);
  await queue.add(name, file);
  expect((await stat(file)).nlink).toBe(2);
  await rm(file);
  expect(String(await queue.read(first(queue)))).toBe('bytes');
});

test('a segment that is handed over twice waits once', async () => {
  const handed = await segment('one', 'bytes');
  const queue = await openForwardQueue(path, 1_000);
  await queue.add(...handed);
  await queue.add(...handed);
  const again = await openForwardQueue(path, 1_000);
  await again.add(...handed);
  expect(again.bytes()).toBe(5);
});

test('over its bytes the oldest is too much, and never the only one', async () => {
  const queue = await openForwardQueue(path, 12);
  await queue.add(...(await segment('a', 'x'.repeat(20))));
  expect(queue.excess()).toBeUndefined();
  await queue.add(...(await segment('b', 'x'.repeat(10))));
  expect(queue.excess()?.segment).toBe('a');
  await queue.remove(first(queue));
  expect(queue.excess()).toBeUndefined();
});

test('what is gone can be advanced and removed by another hand without harm', async () => {
  const queue = await openForwardQueue(path, 1_000);
  await queue.add(...(await segment('a', 'x')));
  const queued = first(queue);
  const removed = await Promise.all([queue.remove(queued), queue.advance(queued, 1), queue.remove(queued)]);
  expect(removed).toEqual([true, undefined, false]);
  expect(await readdir(path)).toEqual([]);
  await expect(readFile(join(path, 'a'))).rejects.toThrow('ENOENT');
});

test('a segment that is not there is not queued', async () => {
  const queue = await openForwardQueue(path, 1_000);
  await expect(queue.add('a', join(dir, 'a'))).rejects.toThrow('ENOENT');
  expect(queue.first()).toBeUndefined();
});
