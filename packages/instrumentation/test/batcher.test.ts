import { emptyResource } from '@opentelemetry/resources';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ByteBuffer, reserve } from '../src/otlp/byte-buffer.ts';
import { type Batcher, createBatcher } from '../src/send/batcher.ts';
import type { Batch } from '../src/send/outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Item {
  readonly instrumentationScope: { readonly name: string };
  readonly id: number;
  readonly bytes: number;
}

const scopes = [{ name: 'a' }, { name: 'b' }] as const;

const write = (out: ByteBuffer, { id, bytes }: Item): void => {
  reserve(out, bytes);
  out.bytes.fill(0, out.length, out.length + bytes);
  out.bytes.writeUInt32LE(id, out.length);
  out.length += bytes;
};

const collecting = (): { readonly batches: Batch[]; readonly batcher: Batcher<Item> } => {
  const batches: Batch[] = [];
  const outbox = { put: (batch: Batch) => void batches.push(batch), empty: () => Promise.resolve() };
  return { batches, batcher: createBatcher<Item>(emptyResource(), write, [outbox]) };
};

const item = (id: number, bytes = 100): Item => ({
  instrumentationScope: scopes[id % 2] as Item['instrumentationScope'],
  id,
  bytes,
});
const counts = (batches: readonly Batch[]): readonly number[] => batches.map(({ items }) => items);

it('sends what came within half a second, however little, and nothing where nothing came', () => {
  const { batches, batcher } = collecting();
  batcher.add(item(1));
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(counts(batches)).toEqual([1]);
  vi.advanceTimersByTime(5_000);
  expect(counts(batches)).toEqual([1]);
});

it('sends 512 at once', () => {
  const { batches, batcher } = collecting();
  for (let id = 0; id < 513; id++) batcher.add(item(id));
  expect(counts(batches)).toEqual([512]);
  vi.advanceTimersByTime(500);
  expect(counts(batches)).toEqual([512, 1]);
});

it('sends a batch that long items fill, and what came after them half a second later', () => {
  const { batches, batcher } = collecting();
  for (let id = 0; id < 32; id++) batcher.add(item(id, id === 20 ? 2_097_152 : 100));
  expect(counts(batches)).toEqual([21]);
  vi.advanceTimersByTime(500);
  expect(counts(batches)).toEqual([21, 11]);
  expect(batches[1]?.body.length).toBeGreaterThan(1_100);
});

it('sends everything when it is told to', async () => {
  const { batches, batcher } = collecting();
  for (let id = 0; id < 40; id++) batcher.add(item(id));
  await batcher.flush();
  expect(counts(batches)).toEqual([40]);
  expect(vi.getTimerCount()).toBe(0);
});
