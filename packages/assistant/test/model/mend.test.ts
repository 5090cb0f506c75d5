import { describe, expect, test } from 'vitest';
import { classifyQuestion, linkQuestion } from '../../src/index.ts';
import { mendQuery } from '../../src/model/mend/mend-query.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const link = (question: string) => linkQuestion(classifyQuestion(question), shop, NOW_NANOS);
const mended = (query: string, question = 'anything'): string => mendQuery(query, link(question)).text;

describe('slips that models make', () => {
  test.each([
    ['source logs | sort $m.timestamp desc', 'source logs | orderby $m.timestamp desc'],
    [
      'source logs | filter $d.status = 500 AND $d.method = "GET"',
      "source logs | filter $d.status == 500 && $d.method == 'GET'",
    ],
    ['source logs | filter NOT $d.status == 200', 'source logs | filter !($d.status == 200)'],
    ["source logs | filter $m.severity == 'Error'", 'source logs | filter $m.severity == ERROR'],
    ['source logs | filter $m.severity == 5', 'source logs | filter $m.severity == ERROR'],
    ["source logs | filter level == 'error'", 'source logs | filter $m.severity == ERROR'],
    ["source logs | filter severity = 'WARN'", 'source logs | filter $m.severity == WARNING'],
    [
      'source logs | groupby bin(timestamp, 1m) aggregate count() as n',
      'source logs | groupby roundTime($m.timestamp, 1m) aggregate count() as n',
    ],
    ['source logs | aggregate x = count()', 'source logs | aggregate count() as x'],
    ['source logs | aggregate count_distinct($d.user_id)', 'source logs | aggregate distinct_count($d.user_id)'],
    ['source spans | aggregate percentile($m.duration, 95)', 'source spans | aggregate percentile(0.95, $m.duration)'],
    [
      'source logs | groupby $d.region | aggregate count() as n',
      'source logs | groupby $d.region aggregate count() as n',
    ],
    ['source logs | filter $d.sttus == 500', 'source logs | filter status == 500'],
    ['source logs | filter service == "cart"', "source logs | filter $l.subsystemname == 'cart'"],
    ["source logs | filter $d.status == '500'", 'source logs | filter $d.status == 500'],
    [
      'source spans | filter $d.tags.http.status_code == 500',
      "source spans | filter tags['http.status_code']:number == 500",
    ],
    ['filter $m.severity == ERROR | count', 'source logs | filter $m.severity == ERROR | count'],
    ['filter $m.duration > 5', 'source spans | filter $m.duration > 5'],
    ['```dataprime\nsource logs | count;\n```', 'source logs | count'],
    ["source logs | filter $d.msg LIKE '%timeout%'", "source logs | filter $d.msg.contains('timeout')"],
    ['source logs | stats count() by $d.region', 'source logs | groupby $d.region aggregate count()'],
  ])('%s', (written, right) => {
    expect(mended(written)).toBe(right);
  });

  test.each([
    [
      'source spans | filter $m.duration > 500',
      'spans slower than 500ms',
      'source spans | filter $m.duration > 500000',
    ],
    ['source spans | filter $m.duration > 2', 'spans slower than 2s', 'source spans | filter $m.duration > 2000000'],
    ['source spans | filter $m.duration > 2000', 'spans slower than 2s', 'source spans | filter $m.duration > 2000000'],
    [
      'source spans | filter $m.duration > 2000000',
      'spans slower than 2s',
      'source spans | filter $m.duration > 2000000',
    ],
    ['source spans | filter $m.duration > 500ms', 'anything', 'source spans | filter $m.duration > 500000'],
    ['source spans | filter $m.duration > 77', 'spans slower than 2s', 'source spans | filter $m.duration > 77'],
    [
      'source logs | filter $d.duration_ms > 500',
      'logs slower than 500ms',
      'source logs | filter $d.duration_ms > 500',
    ],
  ])('%s, asked as "%s"', (written, question, right) => {
    expect(mended(written, question)).toBe(right);
  });
});

test.each(['SELECT * FROM logs', 'delete everything', 'source logs | nonsense', '', '((((', '`'])(
  'what is no query stays none: %s',
  (written) => {
    expect(() => mended(written)).not.toThrow();
  },
);

test('a query that is right is left as it is', () => {
  const query = "source logs last 1h | filter $d.status >= 500 && $l.subsystemname == 'cart' | count";
  expect(mendQuery(query, link('anything'))).toEqual({ text: query, mended: 0 });
});
