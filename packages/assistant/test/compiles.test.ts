import { check, compile, otelStorage, parse, plan } from '@clearspan/dataprime';
import { expect, test } from 'vitest';
import { interpret } from '../src/index.ts';
import { COUNTS } from './questions/counts.ts';
import { LISTS } from './questions/lists.ts';
import { REPORTED } from './questions/reported.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const HOUR = 3_600_000_000_000n;

test('every answer is run by this version: it checks without a word and compiles to SQL', () => {
  const failed: string[] = [];
  for (const { question } of [...LISTS, ...COUNTS, ...REPORTED]) {
    const got = interpret(question, { catalog: shop, nowNanos: NOW_NANOS });
    if (got.kind !== 'answer') continue;
    const checked = check(parse(got.query));
    const timeRange = { fromNanos: NOW_NANOS - HOUR, toNanos: NOW_NANOS };
    const result =
      checked.query === null
        ? null
        : compile(plan(checked.query), otelStorage, { nowNanos: NOW_NANOS, timeRange, rowsMax: 100 });
    if (checked.diagnostics.length > 0 || result?.ok !== true) failed.push(got.query);
  }
  expect(failed).toEqual([]);
});
