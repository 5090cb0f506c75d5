import { expect, test } from 'vitest';
import { mapLogLine } from '../../src/index.ts';
import { readLogfmt } from '../../src/lines/logfmt.ts';

const NOW = 1_790_000_000_000_000_000n;

test.each([
  ['level=info msg="request done" status=200', { level: 'info', msg: 'request done', status: 200 }],
  ['a="say \\"hi\\"\\n\\t\\\\" b=', { a: 'say "hi"\n\t\\', b: '' }],
  [
    'n=-1.5e3 zero=0 padded=007 plus=+1 hex=0x1f dot=1. quoted="1"',
    { n: -1500, zero: 0, padded: '007', plus: '+1', hex: '0x1f', dot: '1.', quoted: '1' },
  ],
  [
    'yes=true no=false quoted="true" word=truer nil=null',
    { yes: true, no: false, quoted: 'true', word: 'truer', nil: 'null' },
  ],
  [
    '  http.status=500   x-id=a=b url=/p?q=1&r=2\t@t=x ',
    { 'http.status': 500, 'x-id': 'a=b', url: '/p?q=1&r=2', '@t': 'x' },
  ],
  ['a=1 a=2', { a: 2 }],
])('%s', (line, pairs) => {
  expect(readLogfmt(line)).toEqual(pairs);
});

test.each([
  'level=info',
  'request done status=200 path=/cart',
  'status=200 path=/cart done',
  'a=1 b="not closed',
  'a=1 b="closed"then',
  'a=1 b=mid"dle',
  'a=1 =2',
  'a=1, b=2, c',
  '',
])('no logfmt: %s', (line) => {
  expect(readLogfmt(line)).toBeNull();
});

test('`__proto__` is a key like any', () => {
  expect(Object.keys(readLogfmt('__proto__=1 a=2') ?? {})).toEqual(['__proto__', 'a']);
});

test('a long quoted value, and integers with all their digits', () => {
  const mapped = mapLogLine(`a="${'x'.repeat(900_000)}" id=12345678901234567890`, 1, NOW);
  expect(mapped.kind === 'row' ? mapped.row.json : '').toBe(`{"a":"${'x'.repeat(900_000)}","id":12345678901234567890}`);
});

test('time, severity and labels are recognised as in JSON', () => {
  const mapped = mapLogLine('ts=2026-01-02T03:04:05Z level=error service=web msg="no stock"', 1, NOW);
  expect(mapped).toMatchObject({
    timeUnread: false,
    row: { timeNanos: 1_767_323_045_000_000_000n, severity: 5, subsystem: 'web', text: 'no stock' },
  });
});

test.each([
  ['{"time":"yesterday"}', true],
  ['{"time":"1960-01-01T00:00:00Z"}', true],
  ['{"ts":-5}', true],
  ['{"timestamp":{"$date":"x"}}', false],
  ['{"time":"soon","ts":"2026-01-02T03:04:05Z"}', false],
  ['{"time":null,"t":""}', false],
  ['{"msg":"x"}', false],
  ['ts=1969-12-31T23:59:59Z level=info', true],
  ['1960-01-01 00:00:00 started', true],
  ['[2026-13-01 00:00:00] started', true],
  ['2026-01-02 03:04:05 started', false],
  ['started', false],
])('a time that cannot be read is told: %s', (line, timeUnread) => {
  expect(mapLogLine(line, 1, NOW)).toMatchObject({ timeUnread });
});
