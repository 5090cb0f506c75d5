import type { Catalog } from '@clearspan/contracts';
import { describe, expect, test } from 'vitest';
import { emptyWorld, ownSystem } from '../worlds/own-system.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';
import { ACROSS } from './across.ts';
import { COMBINED } from './combined.ts';
import { COUNTS } from './counts.ts';
import { DECISIONS, DIALOGUES } from './decisions.ts';
import { canonical, evaluate } from './evaluate.ts';
import type { QuestionItem } from './item.ts';
import { LISTS } from './lists.ts';
import { EMPTY, OWN_SYSTEM } from './other-worlds.ts';
import { REPORTED } from './reported.ts';

const SETS: readonly (readonly [string, readonly QuestionItem[], Catalog])[] = [
  ['rows', LISTS, shop],
  ['numbers', COUNTS, shop],
  ['decisions', DECISIONS, shop],
  ['dialogues', DIALOGUES, shop],
  ['combined', COMBINED, shop],
  ['across', ACROSS, shop],
  ['found while asking', REPORTED, shop],
  ['OTLP telemetry', OWN_SYSTEM, ownSystem],
  ['no data yet', EMPTY, emptyWorld],
];

describe.each(SETS)('%s', (_name, items, world) => {
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
