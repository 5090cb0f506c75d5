import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULT_NAMES, FAULTS } from '../../src/faults/fault-catalog.ts';
import { openRoom, type Room } from './control-room.ts';
import { type Shop, startShop } from './shop.ts';

const BIN = join(import.meta.dirname, '../../../../apps/cli/bin/clearspan.mjs');

let shop: Shop;
let room: Room;

beforeEach(async () => {
  shop = await startShop();
  room = await openRoom(shop, 'on');
});
afterEach(async () => {
  await room.service.stop();
  await shop.stop();
});

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command, which is told where the control room is. */
const demo = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', STOREFRONT_TRAFFIC_URL: room.service.url };
    const child = spawn(process.execPath, [BIN, 'demo', ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

test('faults are listed, switched and all switched off', async () => {
  const on = await demo('fault', 'payment_errors', '--set', 'percent=40', '--for', '5m', '--seed', '3');
  expect(on).toMatchObject({ code: 0, stderr: '' });
  expect(on.stdout).toMatch(/^payment_errors is on in backend-service \(percent=40\) until \d{4}-\S+Z\n/);
  expect(on.stdout).toContain(`\nask: npx clearspan ask "${FAULTS.payment_errors.question}" --run\n`);
  expect(shop.boards['backend-service'].running('payment_errors')).toMatchObject({ params: { percent: 40 }, seed: 3 });

  const table = (await demo('faults')).stdout.split('\n');
  expect(table[0]?.split(/ {2,}/)).toEqual(['name', 'service', 'state', 'until', 'summary']);
  expect(table.find((line) => line.startsWith('payment_errors'))).toMatch(/backend-service +on +\d{4}-/);
  const json = JSON.parse((await demo('faults', '--format', 'json')).stdout);
  expect(json.faults.map(({ name }: { name: string }) => name).sort()).toEqual([...FAULT_NAMES].sort());

  expect((await demo('fault', 'payment_errors', '--off')).stdout).toBe('payment_errors is off\n');
  expect(shop.on()).toEqual([]);
  await demo('fault', 'slow_query', '--set', 'index=orders_by_state');
  expect((await demo('off')).stdout).toBe('every fault is off\n');
  expect(shop.on()).toEqual([]);
});

test('a fault that is none is usage, a value that is none is refused input', async () => {
  const unknown = await demo('fault', 'slow_qery');
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('unknown fault `slow_qery`; did you mean `slow_query`?');
  const refused = await demo('fault', 'payment_errors', '--set', 'percent=101');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('expected a number from 1 to 100 (percent), found 101');
});

test('traffic is started, changed, stopped and shown', async () => {
  expect((await demo('traffic')).stdout).toMatch(
    /^visitors come: 40 visitors, 3 requests a second, \d+ in the shop now\n/,
  );
  const changed = await demo(
    'traffic',
    'start',
    '--rate',
    '50',
    '--users',
    '10',
    '--think-ms',
    '20',
    '--format',
    'json',
  );
  expect(JSON.parse(changed.stdout).settings).toMatchObject({ rate_per_s: 50, users: 10, think_ms: 20 });
  await expect.poll(() => shop.seen.length, { timeout: 5_000 }).toBeGreaterThan(10);
  const stopped = await demo('traffic', 'stop');
  expect(stopped.stdout).toMatch(/^nobody comes .*\n\d+ requests since \S+Z, \d+ \d{3}/);
});

test('an incident is started, shown and stopped', async () => {
  const started = await demo('incident', 'slow-burn', '--minutes', '2');
  const lines = started.stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^slow-burn: /);
  expect(lines.slice(1).map((line) => line.split(/ {2,}/)[2])).toEqual(['done', 'next', 'next', 'end']);
  expect((await demo('incident', '--status')).stdout).toBe(started.stdout);
  expect(await demo('incident')).toMatchObject({ code: 1, stdout: '' });
  expect((await demo('incident', '--stop')).stdout).toBe('no incident is running\n');
  const unknown = await demo('incident', 'blackfriday');
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.stderr).toContain('did you mean `black-friday`?');
});

test('a quiz hides what the reveal tells', async () => {
  const quiz = await demo('quiz', '--seed', '5');
  const [fault = 'none'] = shop.on();
  expect(quiz).toMatchObject({ code: 0, stderr: '' });
  expect(quiz.stdout).not.toContain(fault);
  // As they are pasted into a shell.
  expect(quiz.stdout.match(/^ {2}npx clearspan ask ".+" --run$/gm)).toHaveLength(FAULT_NAMES.length);
  expect((await demo('faults')).stdout).toContain('1 of them on and hidden');
  const reveal = await demo('reveal');
  expect(reveal.stdout).toMatch(new RegExp(`^It was ${fault} in \\S+-service, and is off now\\.`));
  expect(reveal.stdout).toContain('Shown by: source ');
  expect(shop.on()).toEqual([]);
  expect(await demo('reveal')).toMatchObject({ code: 1, stdout: '' });
});
