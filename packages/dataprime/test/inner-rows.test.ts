import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { runQuery } from './harness/run-query.ts';

let engine: Engine;
beforeAll(() => {
  engine = createGoldenEngine();
});
afterAll(() => engine.close());

const TEN = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';
/** A million rows and more of the six records. */
const many = `source logs | ${Array.from({ length: 6 }, (_, i) => `explode ${TEN} into $d.e${i} original preserve`).join(' | ')}`;

it.each([
  ['join', `choose path as p | join (${many} | choose path as p, e5 as x) on left=>p == right=>p into o | countby o.x`],
  ['join', `choose path as p | join (${many} | choose path as p) on left=>p == right=>p into o | countby o.p`],
  ['stitch', `orderby $m.logid | stitch (${many} | choose path as p) into o | countby o.p`],
])('%s refuses more rows than it may hold, also those of an explode', (_, text) => {
  expect(() => runQuery(engine, text)).toThrow('the query in it has more than 1000000 rows');
});
