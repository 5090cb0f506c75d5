import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { createGate } from '../../src/backend/deploy/gate.ts';

test('waits for what is under way, holds back what comes, and lets it in afterwards', async () => {
  const gate = createGate();
  const events: string[] = [];
  const [leaveOne, leaveTwo] = [gate.hold(), gate.hold()];
  const done = gate.closedFor(async () => void events.push('work'));
  await Promise.resolve();
  gate.enter(() => events.push('late'));
  leaveOne();
  leaveOne();
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual([]);
  leaveTwo();
  await done;
  expect(events).toEqual(['work', 'late']);
  gate.enter(() => events.push('at once'));
  expect(events.at(-1)).toBe('at once');
});

test('opens again when the work fails, and does one work after the other', async () => {
  const gate = createGate();
  const events: string[] = [];
  const first = gate.closedFor(async () => {
    events.push('first');
    throw new Error('no');
  });
  const second = gate.closedFor(async () => void events.push('second'));
  await expect(first).rejects.toThrow('no');
  await second;
  gate.enter(() => events.push('in'));
  expect(events).toEqual(['first', 'second', 'in']);
});

test('what begins just as the last one leaves is waited for too', async () => {
  const gate = createGate();
  const leave = gate.hold();
  let later = (): void => undefined;
  let worked = false;
  const done = gate.closedFor(async () => {
    worked = true;
  });
  await Promise.resolve();
  leave();
  later = gate.hold();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(worked).toBe(false);
  later();
  await done;
  expect(worked).toBe(true);
});

test('what waited goes on in the context it came in', async () => {
  const gate = createGate();
  const place = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  await place.run('the deploy', () =>
    gate.closedFor(async () => place.run('the request', () => gate.enter(() => seen.push(place.getStore())))),
  );
  expect(seen).toEqual(['the request']);
});
