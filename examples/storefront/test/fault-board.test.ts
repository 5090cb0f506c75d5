import { afterEach, expect, test, vi } from 'vitest';
import { createFaultBoard, type FaultBoard } from '../src/faults/fault-board.ts';
import type { FaultName } from '../src/faults/fault-catalog.ts';
import { type FaultRequest, faultRequest } from '../src/faults/fault-request.ts';
import { faultStates } from '../src/faults/fault-states.ts';

const changes: string[] = [];
const failures: unknown[] = [];
let stopFails = false;

const board = (): FaultBoard =>
  createFaultBoard({
    effects: {
      slow_query: {
        start: ({ params }) => void changes.push(`start ${params.index}`),
        stop: () => {
          changes.push('stop');
          if (stopFails) throw new Error('the index could not be made');
        },
      },
      lock_contention: null,
    },
    now: () => Date.UTC(2026, 0, 5),
    onChange: ({ name }, on) => void changes.push(`${name} ${on ? 'on' : 'off'}`),
    onFailed: (error) => void failures.push(error),
  });
const ask = (name: FaultName, more: Partial<FaultRequest> = {}): FaultRequest => faultRequest.parse({ name, ...more });

afterEach(() => {
  changes.length = 0;
  failures.length = 0;
  stopFails = false;
  vi.useRealTimers();
});

test('is on from the switch to the end of its time', async () => {
  vi.useFakeTimers();
  const faults = board();
  expect(await faults.switch(ask('slow_query', { duration_s: 5 }))).toEqual({ ok: true });
  expect(faults.running('slow_query')).toMatchObject({ params: { index: 'order_lines_by_order' }, seed: 1 });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(faults.running('slow_query')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(faults.running('slow_query')).toBeNull();
  expect(changes).toEqual(['start order_lines_by_order', 'slow_query on', 'stop', 'slow_query off']);
});

test('switched on again it is stopped first, and starts with what is given then', async () => {
  const faults = board();
  await faults.switch(ask('slow_query'));
  await faults.switch(ask('slow_query', { params: { index: 'orders_by_state' }, seed: 7 }));
  expect(changes.filter((change) => change.startsWith('st'))).toEqual([
    'start order_lines_by_order',
    'stop',
    'start orders_by_state',
  ]);
  expect(faults.running('slow_query')?.seed).toBe(7);
  await faults.clear();
  expect(faults.all()).toEqual([]);
});

test.each([
  ['an unknown parameter', { rate: 3 }, 'params.rate: unknown for lock_contention; expected hold_ms, pause_ms'],
  ['a number out of its limits', { hold_ms: 5 }, 'params.hold_ms: expected a number from 10 to 5000 (ms), found 5'],
  ['a text for a number', { hold_ms: '50' }, 'params.hold_ms: expected a number from 10 to 5000 (ms), found "50"'],
])('%s is refused, and nothing changes', async (_, params, message) => {
  const faults = board();
  expect(await faults.switch(ask('lock_contention', { params }))).toEqual({ ok: false, message });
  expect(faults.all()).toEqual([]);
});

test('draws the same numbers for the same seed', async () => {
  const faults = board();
  const drawn = async (seed: number): Promise<number[]> => {
    await faults.switch(ask('lock_contention', { seed }));
    return Array.from({ length: 5 }, () => faults.running('lock_contention')?.random() ?? -1);
  };
  const first = await drawn(3);
  expect(await drawn(3)).toEqual(first);
  expect(await drawn(4)).not.toEqual(first);
  expect(first.every((number) => number >= 0 && number < 1)).toBe(true);
  await faults.clear();
});

test('a hidden fault is counted, and looks as if it were off', async () => {
  const faults = board();
  await faults.switch(ask('lock_contention', { hidden: true }));
  const states = faultStates('database-service', faults);
  expect([states.hidden, states.faults.filter(({ on }) => on)]).toEqual([1, []]);
  const marked: Record<string, unknown> = {};
  faults.running('lock_contention')?.mark({ setAttributes: (given: object) => Object.assign(marked, given) } as never);
  expect(marked).toEqual({ 'demo.simulated': true, 'demo.fault': 'hidden' });
  await faults.clear();
});

test('what cannot be taken back at the end of its time is told', async () => {
  vi.useFakeTimers();
  const faults = board();
  stopFails = true;
  await faults.switch(ask('slow_query', { duration_s: 1 }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(failures).toEqual([new Error('the index could not be made')]);
});
