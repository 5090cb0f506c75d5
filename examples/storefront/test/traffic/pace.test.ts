import { expect, test } from 'vitest';
import { dayFactor, paceAt } from '../../src/traffic/pace.ts';
import { changeSettings, TRAFFIC_DEFAULTS } from '../../src/traffic/traffic-settings.ts';

const at = (elapsedS: number, more: { hour?: number; surge?: number } = {}): { elapsedMs: number } & typeof moment => ({
  ...moment,
  ...more,
  elapsedMs: elapsedS * 1_000,
});
const moment = { hour: 12, surge: 1 };

test('bursts come at the end of each period, for as long as they are set to', () => {
  const paces = [0, 279, 280, 299, 300, 580].map((s) => paceAt(TRAFFIC_DEFAULTS, at(s)));
  expect(paces).toEqual([1, 1, 3, 3, 1, 3]);
  const none = { ...TRAFFIC_DEFAULTS, burst: { every_s: 0, length_s: 20, factor: 3 } };
  expect(paceAt(none, at(299))).toBe(1);
});

test('a day has a busy afternoon and a quiet night, and is one day on average', () => {
  expect([dayFactor(16), dayFactor(4)]).toEqual([1.6, 0.4]);
  const hours = Array.from({ length: 24 }, (_, hour) => dayFactor(hour));
  expect(hours.reduce((sum, factor) => sum + factor, 0) / 24).toBeCloseTo(1, 10);
  const curved = { ...TRAFFIC_DEFAULTS, day_curve: true };
  expect([paceAt(curved, at(0, { hour: 4 })), paceAt(TRAFFIC_DEFAULTS, at(0, { hour: 4 }))]).toEqual([0.4, 1]);
});

test('an incident comes on top, and nothing makes the rate higher than it may be', () => {
  expect(paceAt(TRAFFIC_DEFAULTS, at(0, { surge: 4 }))).toBe(4);
  expect(paceAt({ ...TRAFFIC_DEFAULTS, rate_per_s: 150 }, at(290, { surge: 4 }))).toBeCloseTo(200 / 150, 10);
});

test('settings change by what is named, and refuse a mix of nothing', () => {
  const changed = changeSettings(TRAFFIC_DEFAULTS, { rate_per_s: 9, burst: { factor: 5 } });
  expect(changed).toEqual({
    ok: true,
    settings: { ...TRAFFIC_DEFAULTS, rate_per_s: 9, burst: { every_s: 300, length_s: 20, factor: 5 } },
  });
  expect(changeSettings(TRAFFIC_DEFAULTS, { mix: { home: 0, user: 0, product: 0 } })).toMatchObject({ ok: false });
});
