import { describe, expect, test } from 'vitest';
import { NOW_NANOS } from '../worlds/shop.ts';
import { canonical, evaluate } from './evaluate.ts';
import { UNIT_SETS } from './unit-sets.ts';

describe.each(UNIT_SETS)('%s', (_name, items, world) => {
  test.each(items.map((item) => [[...(item.context ?? []), item.question].join(' > '), item] as const))(
    '%s',
    (_title, item) => {
      const { got, right } = evaluate(item, world, NOW_NANOS);
      if (right) return;
      const said = got.kind === 'answer' ? got.query : `${got.kind}: ${got.message}`;
      expect(said).toBe('query' in item.expected ? canonical(item.expected.query) : item.expected.decision);
    },
  );
});
