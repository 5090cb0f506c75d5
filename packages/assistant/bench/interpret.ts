/**
 * How long a question takes with 300 fields and 5,000 values: prints milliseconds. The first question of a catalog also
 * builds its index; it is shown apart. Run: node packages/assistant/bench/interpret.ts
 */
import type { Catalog, CatalogField } from '@clearspan/contracts';
import { interpret } from '../src/index.ts';
import { COUNTS } from '../test/questions/counts.ts';
import { LISTS } from '../test/questions/lists.ts';
import { NOW_NANOS, shop } from '../test/worlds/shop.ts';

const field = (index: number): CatalogField => ({
  root: 'd',
  path: ['attributes', `group${index % 17}`, `field_${index}`],
  types: [{ type: 'string', share: 1 }],
  presence: 0.5,
  distinct: 20,
  values: Array.from({ length: 18 }, (_, value) => ({ value: `value-${index}-${value} of thing`, count: 100 - value })),
  examples: [],
});

const wide: Catalog = {
  ...shop,
  logs: { ...shop.logs, fields: [...shop.logs.fields, ...Array.from({ length: 200 }, (_, i) => field(i))] },
  spans: { ...shop.spans, fields: [...shop.spans.fields, ...Array.from({ length: 78 }, (_, i) => field(200 + i))] },
};

const questions = [...LISTS, ...COUNTS].map((item) => item.question);
const timed = (question: string): number => {
  const start = performance.now();
  interpret(question, { catalog: wide, nowNanos: NOW_NANOS });
  return performance.now() - start;
};

const first = timed(questions[0] ?? 'errors');
const typos = questions.map((question) =>
  timed(question.replace(/[a-z]{7,}/, (word) => word.slice(0, 3) + word.slice(4))),
);
const times = questions
  .flatMap((question) => [timed(question), timed(question)])
  .concat(typos)
  .sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);

console.log(`questions ${questions.length}, fields ${wide.logs.fields.length + wide.spans.fields.length}`);
console.log(`first question, index included: ${first.toFixed(1)} ms`);
console.log(`p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`);
