import { printQuery } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { toAst } from '../../src/ir/to-ast.ts';
import { autoBucket } from '../../src/time/auto-bucket.ts';
import { findTimes } from '../../src/time/find-time.ts';
import { NANOS, type TimeSpec } from '../../src/time/time-spec.ts';
import { tokenise } from '../../src/tokens/tokenise.ts';
import { NO_TIMES, TIME_PHRASES } from '../tables/time-phrases.ts';
import { NOW_NANOS } from '../worlds/shop.ts';

const frame = (time: TimeSpec): string =>
  printQuery(
    toAst({
      dataset: 'logs',
      time,
      where: [],
      related: null,
      extract: null,
      overall: [],
      share: false,
      shape: 'rows',
      metrics: [],
      keys: [],
      having: [],
      order: null,
      limit: null,
      perGroup: null,
      columns: [],
    }),
  ).replace(/^source logs /, '');

const marks = (phrase: string): ReturnType<typeof findTimes> => findTimes(tokenise(phrase), NOW_NANOS);

describe('time phrases', () => {
  test.each(TIME_PHRASES)('%s', (phrase, expected) => {
    const found = marks(phrase);
    const time = found.find((mark) => mark.kind === 'time');
    expect(found).toHaveLength(1);
    expect(time?.kind === 'time' ? frame(time.spec) : null).toBe(expected);
    expect(found[0]?.to).toBe(tokenise(phrase).length);
  });

  test.each(NO_TIMES)('no time: %s', (phrase) => {
    expect(marks(phrase).filter((mark) => mark.kind === 'time')).toEqual([]);
  });

  test.each(['tomorrow', 'next week', 'in the next 2 hours'])('the future is no time: %s', (phrase) => {
    expect(marks(phrase)).toMatchObject([{ kind: 'problem', problem: 'future' }]);
  });

  test('two bare hours are ambiguous', () => {
    expect(marks('between 2 and 3')).toMatchObject([{ kind: 'problem', problem: 'ambiguous-clock' }]);
  });
});

describe('buckets', () => {
  test.each([
    ['per minute', NANOS.minute],
    ['every 5 minutes', 5n * NANOS.minute],
    ['hourly', NANOS.hour],
    ['daily', NANOS.day],
    ['by hour', NANOS.hour],
    ['each day', NANOS.day],
    ['in 10m intervals', 10n * NANOS.minute],
    ['5-minute buckets', 5n * NANOS.minute],
    ['per 30 seconds', 30n * NANOS.second],
    ['over time', null],
    ['trend', null],
  ])('%s', (phrase, nanos) => {
    expect(marks(phrase)).toMatchObject([{ kind: 'bucket', nanos }]);
  });

  test.each([
    ['by hour of day', 'hour'],
    ['at what hour of the day', 'hour'],
    ['by day of week', 'day_of_week'],
  ])('%s repeats', (phrase, unit) => {
    expect(marks(phrase)).toMatchObject([{ kind: 'cyclic', unit }]);
  });

  test.each([
    [15n * NANOS.minute, 10n * NANOS.second],
    [NANOS.hour, NANOS.minute],
    [24n * NANOS.hour, 30n * NANOS.minute],
    [7n * NANOS.day, 3n * NANOS.hour],
    [30n * NANOS.day, NANOS.day],
    [400n * NANOS.day, NANOS.day],
  ])('a range of %s nanoseconds is divided in at most 90 points', (range, bucket) => {
    expect(autoBucket(range)).toBe(bucket);
  });
});
