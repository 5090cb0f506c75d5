import type { Catalog } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { interpret } from '../src/index.ts';
import { ownSystem } from './worlds/own-system.ts';

const KINDS = ['SERVER', 'CLIENT', 'INTERNAL'];

/** Spans that say who called: the other worlds have none. */
const withKinds: Catalog = {
  ...ownSystem,
  spans: {
    ...ownSystem.spans,
    fields: [
      ...ownSystem.spans.fields,
      {
        root: 'm',
        path: ['kind'],
        types: [{ type: 'string', share: 1 }],
        presence: 1,
        distinct: KINDS.length,
        values: KINDS.map((value) => ({ value, count: 100 })),
        examples: [],
      },
    ],
  },
};

const ITEMS: readonly (readonly [question: string, query: string])[] = [
  [
    'how many outgoing calls did query-service make in the last 15 minutes',
    "source spans last 15m | filter $m.kind == 'CLIENT' && $l.serviceName == 'query-service' | count",
  ],
  [
    'incoming requests per service',
    "source spans | filter $m.kind == 'SERVER' | groupby $l.serviceName aggregate count() as requests | orderby requests desc",
  ],
  ['outbound calls of query-service', "source spans | filter $m.kind == 'CLIENT' && $l.serviceName == 'query-service'"],
  [
    'slowest outgoing call of query-service',
    "source spans | filter $m.kind == 'CLIENT' && $l.serviceName == 'query-service' | orderby $m.duration desc | limit 1",
  ],
];

test.each(ITEMS)('%s', (question, query) => {
  const got = interpret(question, { catalog: withKinds, nowNanos: 1_795_185_000_000_000_000n });
  expect(got).toMatchObject({ kind: 'answer', query });
});
