import type { FunctionNote, FunctionNotes } from '../function-note.ts';
import { TIME_UNITS, ZONE } from './time-words.ts';

const ROUND: FunctionNote = {
  parameters: { date: 'a timestamp', interval: 'above zero: null for zero' },
  notes: [
    'The same as `date / interval`. Multiples are counted from 1970-01-01T00:00:00Z: days begin at midnight UTC, 7 days on a Thursday.',
  ],
  examples: ["roundTime(@'2024-01-03', 7d)", "roundTime(@'2024-01-03', 0s)", "@'2024-01-01T10:20:00' / 15m"],
  queries: ['groupby roundTime($m.timestamp, 15m) as quarter aggregate count() as n | orderby quarter'],
  see: ['roundInterval'],
};

const PARSE: FunctionNote = {
  parameters: {
    string: 'the text',
    format:
      "`'auto'` (where left out) reads ISO 8601 and other common writings, and digits as seconds, milli-, micro- or nanoseconds by their number; `'iso8601'`, `'iso8601bare'`; `'timestamp_second'`, `'timestamp_milli'`, `'timestamp_micro'`, `'timestamp_nano'`; else a [pattern](../../time-formats.md)",
    tz: `${ZONE}. A zone that the text writes counts more`,
  },
  notes: [
    'Formats joined by `|` are tried in their order. A specifier that cannot be read back is an error of the query (`DP4001`), a text that fits no format is null.',
  ],
  examples: [
    "parseTimestamp('2024-01-02 03:04:05', tz='+02:00')",
    "parseTimestamp('02.01.2024', '%Y-%m-%d|%d.%m.%Y')",
    "parseTimestamp('05/Mar/2024:07:08:09 +0100', '%d/%b/%Y:%H:%M:%S %z')",
    "parseTimestamp('1700000000')",
    "parseTimestamp('yesterday')",
  ],
  see: ['formatTimestamp', 'fromUnixTime'],
};

/** Functions of time that are about timestamps. */
export const TIMESTAMP_NOTES: FunctionNotes = {
  now: {
    parameters: { offset: 'an interval that is added; none where left out' },
    nulls: 'Null where the offset is null.',
    notes: ["The same as `@'now'`, wherever it stands in the query."],
    examples: ['now(1h) - now()'],
    queries: ['choose path, now() - $m.timestamp as ago | orderby ago | limit 2'],
    see: ['roundTime', 'diffTime'],
  },
  addTime: {
    parameters: { t: 'a timestamp', i: 'an interval; negative ones move back' },
    notes: ['The same as `t + i`. A day is 24 hours: months and changes of the clock are not known to intervals.'],
    examples: ["addTime(@'2024-01-31', 30d)", "@'2024-01-01' + 90m"],
    see: ['subtractTime', 'diffTime'],
  },
  subtractTime: {
    parameters: { t: 'a timestamp', i: 'an interval' },
    notes: ['The same as `t - i`.'],
    examples: ["@'2024-01-01' - 1d"],
    see: ['addTime', 'diffTime'],
  },
  diffTime: {
    parameters: { to: 'the later timestamp', from: 'the earlier one' },
    notes: ['The same as `to - from`: negative where the first is the earlier one.'],
    examples: ["diffTime(@'2024-01-01', @'2024-01-02')"],
    queries: ["filter status >= 500 | choose path, diffTime(@'2026-01-05T09:00:00', $m.timestamp) as before_nine"],
    see: ['addTime', 'toTimeUnit'],
  },
  roundTime: ROUND,
  timeRound: ROUND,
  formatTimestamp: {
    parameters: {
      timestamp: 'a timestamp',
      format:
        "`'iso8601'` (where left out, also `'auto'`) with nanoseconds and the offset; `'iso8601bare'` without it; `'timestamp_second'`, `'timestamp_milli'`, `'timestamp_micro'`, `'timestamp_nano'`; else a [pattern](../../time-formats.md)",
      tz: ZONE,
    },
    notes: ['A specifier that is not known is an error of the query (`DP4001`), an unknown zone too (`DP2003`).'],
    examples: [
      "formatTimestamp(@'2024-03-05T07:08:09')",
      "formatTimestamp(@'2024-03-05T07:08:09', tz='Europe/Berlin')",
      "formatTimestamp(@'2024-03-05T07:08:09.25', '%A %e %B %Y, %H:%M:%S%.3f')",
      "formatTimestamp(@'2024-03-05T07:08:09', 'timestamp_milli')",
    ],
    queries: ["choose $m.timestamp.formatTimestamp('%H:%M') as at, msg | limit 2"],
    see: ['parseTimestamp', 'extractTime'],
  },
  toIso8601DateTime: {
    parameters: { timestamp: 'a timestamp' },
    notes: ["The same as `formatTimestamp(timestamp, 'iso8601')`."],
    see: ['formatTimestamp'],
  },
  parseTimestamp: PARSE,
  parseToTimestamp: PARSE,
  fromUnixTime: {
    parameters: { unixTime: 'a number of units since 1970', timeUnit: `${TIME_UNITS}; \`'milli'\` where left out` },
    notes: ['Rounded down to whole nanoseconds. Before 1677 and after 2262 it is null.'],
    examples: ['fromUnixTime(1700000000000)', "fromUnixTime(1.5, 's')", "fromUnixTime(-1, 's')"],
    see: ['toUnixTime', 'parseTimestamp'],
  },
  toUnixTime: {
    parameters: { timestamp: 'a timestamp', timeUnit: `${TIME_UNITS}; \`'milli'\` where left out` },
    notes: ['Rounded down, also before 1970.'],
    examples: ["toUnixTime(@'2024-01-01')", "toUnixTime(@'1969-12-31T23:59:59.5', 's')"],
    see: ['fromUnixTime', 'formatTimestamp'],
  },
  extractTime: {
    parameters: {
      timestamp: 'a timestamp',
      unit: `${TIME_UNITS}; or a part of the date: \`'year'\`, \`'month'\`, \`'week'\`, \`'day_of_year'\`, \`'day_of_week'\`, short \`'Y'\`, \`'M'\`, \`'W'\`, \`'doy'\`, \`'dow'\``,
      tz: ZONE,
    },
    notes: [
      'Seconds carry their fraction; milli-, micro- and nanoseconds are those of the second. Weeks are those of ISO 8601: the last days of December may be in week 1.',
    ],
    examples: [
      "extractTime(@'2024-12-29', 'dow')",
      "extractTime(@'2024-12-30', 'week')",
      "extractTime(@'2024-12-29T10:20:30.25', 'second')",
      "extractTime(@'2024-12-29T10:20:30.25', 'milli')",
      "extractTime(@'2024-12-29T23:30:00', 'day', 'Europe/Berlin')",
    ],
    queries: ["groupby extractTime($m.timestamp, 'hour') as hour aggregate count() as n"],
    see: ['formatTimestamp', 'roundTime'],
  },
};
