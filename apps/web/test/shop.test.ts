import type { FaultState } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { byService, onWith, textsOf } from '../src/shop/fault-form.ts';
import { leftText, minuteText } from '../src/shop/times.ts';

const latency: FaultState = {
  name: 'route_latency',
  service: 'frontend-service',
  summary: 'One route waits before it answers.',
  params: {
    route: { kind: 'choice', choices: ['/', '/user/:id'], otherwise: '/', says: 'the route that waits' },
    delay_ms: { kind: 'number', unit: 'ms', min: 1, max: 10_000, otherwise: 800, says: 'how long it waits' },
  },
  question: 'Which operation is the slowest?',
  query: 'source spans',
  shows: 'one page that is slower',
  on: false,
};

test('fields hold what was typed, else how the fault is adjusted, else its defaults', () => {
  expect(textsOf(latency, {})).toEqual({ route: '/', delay_ms: '800' });
  const on = { ...latency, on: true, values: { route: '/user/:id', delay_ms: 50 } };
  expect(textsOf(on, { delay_ms: '' })).toEqual({ route: '/user/:id', delay_ms: '' });
});

test('a fault is switched on with numbers as numbers, for minutes in seconds', () =>
  expect(onWith(latency, { route: '/', delay_ms: '1.5' }, '5')).toEqual({
    name: 'route_latency',
    on: true,
    params: { route: '/', delay_ms: 1.5 },
    duration_s: 300,
  }));

test('services stand in the order in which their faults came', () => {
  const behind = { ...latency, name: 'slow_query', service: 'database-service' };
  const other = { ...latency, name: 'other' };
  expect(byService([latency, behind, other])).toEqual([
    ['frontend-service', [latency, other]],
    ['database-service', [behind]],
  ]);
});

test.each([
  [-5_000, '0 s left'],
  [89_000, '89 s left'],
  [90_000, '2 min left'],
  [600_000, '10 min left'],
])('%d ms before its end a fault has %s', (ms, text) => {
  const now = Date.UTC(2026, 0, 5);
  expect(leftText(new Date(now + ms).toISOString(), now)).toBe(text);
});

test.each([
  [0, '0:00'],
  [2.5, '2:30'],
  [0.9999, '1:00'],
  [61, '61:00'],
])('%d minutes stand in a timetable as %s', (minutes, text) => expect(minuteText(minutes)).toBe(text));
