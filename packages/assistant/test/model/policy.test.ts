import { describe, expect, test } from 'vitest';
import { catalogIndex } from '../../src/catalog/catalog-index.ts';
import { admitQuery, isAdmitted } from '../../src/model/guard/admit-query.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const index = catalogIndex(shop);
const admit = (text: string) => admitQuery(text, index, NOW_NANOS);

describe('what is let through', () => {
  test.each([
    'source logs | count',
    'source logs last 1h | filter $d.status >= 500 | groupby $l.subsystemname aggregate count() as n | orderby n desc | limit 3',
    "source spans | groupby case { $m.duration < 5 -> 'fast', _ -> 'slow' } as class aggregate count() as n",
    'source logs | create twice from $d.duration_ms * 2 | filter twice > 5',
    "source logs between @'now' / 1d and @'now' | filter $d.msg ~ 'timeout'",
  ])('%s', (text) => {
    const admission = admit(text);
    expect(admission).toMatchObject({ ok: true, query: { text } });
    expect(admission.ok && isAdmitted(admission.query)).toBe(true);
  });
});

describe('what is not, although it may be DataPrime', () => {
  test.each([
    ['source system.users | count', 'data set'],
    ['source logs last 91d | count', 'range'],
    ["source logs between @'now' - 365d and @'now' | count", 'range'],
    ["source logs between @'2020-01-01' and @'now' | count", 'range'],
    ['source logs | filter $d.msg == $p.secret', 'parameters'],
    ['source logs | enrich $d.user_id into $d.person using people', 'command'],
    ["source logs | lucene 'password:*'", 'command'],
    ["source logs | choose $d.msg as $d['click http://evil.example']", 'plain word'],
    ["source logs | create $d['click http://evil.example'] from 1", 'plain word'],
    ["source logs | groupby $d.path as $d['**bold**'] aggregate count() as n", 'plain word'],
    ["source logs | countby $d.path into $d['a b']", 'plain word'],
    ["source logs | move $d.path to $d['<img>']", 'plain word'],
    [`source logs | filter $d.msg == '${'x'.repeat(300)}'`, 'too long'],
    [`source logs ${'| limit 5 '.repeat(30)}`, 'commands'],
    ['count', 'source'],
    [
      'source logs | join (source spans) on left=>$d.trace_id == right=>$d.traceID into a | join (source spans) on left=>$d.trace_id == right=>$d.traceID into b',
      'joins',
    ],
    [`source logs | filter ${'$d.status == 1 || '.repeat(200)}true`, 'characters'],
  ])('%s', (text, word) => {
    const admission = admit(text);
    expect(admission).toMatchObject({ ok: false, kind: 'policy', message: expect.stringContaining(word) });
  });

  test.each([
    'source logs | filter $d.invented == 1',
    'source logs | filter $d.status == ',
    'SELECT 1',
    'source logs | aggregate sum($d.msg) as n',
    'source logs; drop table logs',
    '',
  ])('%s is wrong', (text) => {
    expect(admit(text).ok).toBe(false);
  });
});

test('what looks like an admitted query is none', () => {
  const admission = admit('source logs | count');
  expect(admission.ok && isAdmitted({ ...admission.query })).toBe(false);
});
