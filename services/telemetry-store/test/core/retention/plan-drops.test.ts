import type { TableName } from '@clearspan/telemetry-store';
import { describe, expect, test } from 'vitest';
import { type DropLimits, planDrops } from '../../../src/core/retention/plan-drops.ts';

const part = (table: TableName, id: string, bytes: number): Parameters<typeof planDrops>[0][number] => ({
  table,
  id,
  bytes,
  rows: bytes * 2,
});
const LIMITS: DropLimits = { bytesMax: 100, keptFrom: null, today: '20260110' };

const LOGS = ['20260107', '20260108', '20260109', '20260110'].map((id) => part('logs', id, 40));

describe('by bytes', () => {
  test('the oldest days go until the rest fits', () => {
    expect(planDrops(LOGS, 'logs', LIMITS)).toEqual({
      days: ['20260107', '20260108'],
      partitions: LOGS.slice(0, 2),
      bytesOver: 0,
    });
  });

  test('nothing goes of what fits, of what has no limit, or of another data set', () => {
    const nothing = { days: [], partitions: [], bytesOver: 0 };
    expect(planDrops(LOGS, 'logs', { ...LIMITS, bytesMax: 160 })).toEqual(nothing);
    expect(planDrops(LOGS, 'logs', { ...LIMITS, bytesMax: null, keptFrom: '20260109' })).toEqual(nothing);
    expect(planDrops(LOGS, 'spans', { ...LIMITS, bytesMax: 1 })).toEqual(nothing);
    expect(planDrops([], 'logs', LIMITS)).toEqual(nothing);
  });

  test('the newest day stays, and how much is over is told', () => {
    expect(planDrops(LOGS, 'logs', { ...LIMITS, bytesMax: 10 })).toMatchObject({
      days: ['20260107', '20260108', '20260109'],
      bytesOver: 30,
    });
    expect(planDrops(LOGS.slice(0, 1), 'logs', { ...LIMITS, bytesMax: 10 })).toMatchObject({ days: [], bytesOver: 30 });
  });

  test('a record of tomorrow does not make today old', () => {
    const plan = planDrops([...LOGS, part('logs', '20260111', 1)], 'logs', { ...LIMITS, bytesMax: 10 });
    expect(plan.days).toEqual(['20260107', '20260108', '20260109']);
  });
});

test('what is folded from spans counts with them and goes with its day', () => {
  const spans = [part('spans', '20260108', 60), part('spans', '20260109', 60)];
  const traces = [part('traces', '20260109', 20), part('traces', '20260108', 20)];
  const plan = planDrops([...traces, ...spans], 'spans', LIMITS);
  expect(plan.partitions.map(({ table, id }) => [table, id])).toEqual([
    ['traces', '20260108'],
    ['spans', '20260108'],
  ]);
  expect(planDrops(spans, 'spans', { ...LIMITS, bytesMax: 120 }).days).toEqual([]);
  expect(planDrops([...traces, ...spans], 'spans', { ...LIMITS, bytesMax: 120 }).days).toEqual(['20260108']);
});

test('series of a month go with its last day', () => {
  const points = ['20260130', '20260131', '20260201', '20260202'].map((id) => part('metric_points', id, 30));
  const series = [part('metric_series', '202601', 10), part('metric_series', '202602', 10)];
  const limits = { ...LIMITS, today: '20260202' };
  const dropped = (bytesMax: number): unknown =>
    planDrops([...series, ...points], 'metrics', { ...limits, bytesMax }).partitions.map(({ id }) => id);
  expect(dropped(139)).toEqual(['20260130']);
  expect(dropped(100)).toEqual(['20260130', '202601', '20260131']);
  expect(dropped(1)).toEqual(['20260130', '202601', '20260131', '20260201']);
});

test('series that are there before the points of a new month keep that month', () => {
  const held = [part('metric_points', '20260131', 30), part('metric_series', '202602', 10)];
  const plan = planDrops(held, 'metrics', { bytesMax: 1, keptFrom: null, today: '20260201' });
  expect(plan.days).toEqual(['20260131']);
});

test('what came of days that were dropped once goes, though all would fit', () => {
  const plan = planDrops(LOGS, 'logs', { ...LIMITS, bytesMax: 1_000, keptFrom: '20260108' });
  expect(plan.days).toEqual(['20260107']);
});
