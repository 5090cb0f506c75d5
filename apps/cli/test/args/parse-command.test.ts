import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/args/commands.ts';
import { parseCommand } from '../../src/args/parse-command.ts';
import { timeOptions } from '../../src/args/time-options.ts';

const parse = (...argv: readonly string[]): ReturnType<typeof parseCommand> => parseCommand(COMMANDS.query, argv);

test('values, repeated values, flags and the positional', () => {
  const parsed = parse('--logs', 'a', '--logs=b', '--batch', 'count', '--limit', '5');
  expect(parsed.values('logs')).toEqual(['a', 'b']);
  expect([parsed.flag('batch'), parsed.flag('spans'), parsed.value('limit')]).toEqual([true, false, '5']);
  expect(parsed.positionals).toEqual(['count']);
});

test('what stands behind -- is no option', () => {
  expect(parse('--', '--count').positionals).toEqual(['--count']);
});

test.each([
  [['--frmat', 'csv'], 'unknown option `--frmat`; did you mean `--format`?'],
  [['-f'], 'unknown option `-f`'],
  [['--limit'], 'expected N after --limit'],
  [['--limit', '--batch'], 'expected N after --limit, found `--batch`'],
  [['--batch=yes'], '--batch takes no value'],
  [['--limit', '1', '--limit', '2'], '--limit was given more than once'],
  [['count', 'more'], 'expected one argument, found another one: `more` (quote a text of several words)'],
])('%j: %s', (argv, message) => {
  expect(() => parse(...argv)).toThrow(message);
});

describe('times', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  const times = (...argv: readonly string[]): ReturnType<typeof timeOptions> =>
    timeOptions(parse(...argv), now, 'query');

  test.each([
    [['--from', '2026-01-30'], { window: { from: '2026-01-30T00:00:00Z', to: '2026-01-31T12:00:00.000Z' } }],
    [['--to', '2026-01-30T01:02'], { window: { from: '1970-01-01T00:00:00Z', to: '2026-01-30T01:02:00Z' } }],
    [
      ['--from', 'now-1h30m', '--to', 'now'],
      { window: { from: '2026-01-31T10:30:00.000Z', to: '2026-01-31T12:00:00.000Z' } },
    ],
    [
      ['--from', '2026-01-30 10:00:00.123456789+0200', '--to', 'now'],
      { window: { from: '2026-01-30T10:00:00.123456789+02:00', to: '2026-01-31T12:00:00.000Z' } },
    ],
    [['--now', '2025-01-01T00:00:00Z'], { now: '2025-01-01T00:00:00Z' }],
    [
      ['--now', '2025-01-02', '--from', 'now-1d'],
      { now: '2025-01-02T00:00:00Z', window: { from: '2025-01-01T00:00:00.000Z', to: '2025-01-02T00:00:00Z' } },
    ],
    [[], {}],
  ])('%j', (argv, expected) => {
    expect(times(...argv)).toEqual(expected);
  });

  test.each([
    [['--from', 'yesterday'], 'expected a time such as'],
    [['--from', '2026-02-30'], 'expected a time such as'],
    [['--from', 'now', '--to', 'now-1h'], 'expected --from before --to'],
  ])('%j: %s', (argv, message) => {
    expect(() => times(...argv)).toThrow(message);
  });
});
