import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { compileText } from './harness/run-query.ts';

let engine: Engine;
beforeAll(() => {
  engine = createGoldenEngine();
});
afterAll(() => engine.close());

/** The engine's cache of conditions took the empty answer of the filter for one of the time range below it. */
it('an empty answer hides no rows from the next query', () => {
  const rows = (text: string): number => engine.query(compileText(text).sql).length;
  const all = rows('choose $m.logid');
  const stages = [
    'dedupeby path orderby $d.msg:timestamp, $m.logid',
    'sort by tags desc, $m.logid',
    'filter (case { ($m.severity == ERROR) -> $m.severity }):number.inArray(tags)',
    'orderby $m.logid',
    'stitch (source logs | orderby $m.logid | limit 1 | choose msg as k) into other',
  ];
  rows(stages.join(' | '));
  expect(rows('choose $m.logid')).toBe(all);
});
