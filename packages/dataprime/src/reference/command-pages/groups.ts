import type { CommandPage } from '../command-page.ts';
import { AGGREGATIONS_PART, AS_KEY, may, part } from '../command-page.ts';

const NAMES = 'Without `as` an aggregation is named `_<function><position>`: `_count0`, `_max1`.';
const KEYS = part(
  'e, …',
  'any values',
  'the keys: rows with the same values are one group. Null is a value of its own',
);

export const AGGREGATE: CommandPage = {
  parts: [
    part(
      'f(e), …',
      'expressions over aggregations',
      '[aggregations](../functions/README.md#aggregations), and anything computed of them',
    ),
    AS_KEY,
  ],
  row: 'closes',
  notes: [
    `${NAMES} A key outside of an aggregation is an error (\`DP2007\`), and so is an aggregation inside one (\`DP2015\`).`,
    'Always one row, also of no rows: counts are 0 then, everything else is null.',
  ],
  examples: [
    [
      'Anything computed of aggregations:',
      'aggregate count() as n, avg(duration_ms) as mean, max(duration_ms) - min(duration_ms) as spread',
    ],
    ['Of no rows:', "filter path == '/none' | aggregate count() as n, sum(duration_ms) as total"],
  ],
  see: ['groupby', 'count'],
};

export const GROUPBY: CommandPage = {
  parts: [KEYS, AS_KEY, AGGREGATIONS_PART],
  row: 'closes',
  notes: [
    `${NAMES} Keys keep their nesting and are in \`$d\`, whatever root they come from.`,
    'Without aggregations it is [distinct](distinct.md). The order of the rows is not promised: [orderby](orderby.md) after it.',
    '`| aggregate …` after it is another command and makes one row of all groups (`DP3007`). `calculate` and `calc` are old spellings of `aggregate` (`DP3002`).',
    'A text of the aggregations may hold keys of the grouping: `` `{path}: {count()}` ``. Elsewhere in them a key is an error (`DP2007`).',
  ],
  examples: [
    ['Two aggregations:', 'groupby path aggregate count() as n, max(duration_ms) as slowest | orderby path'],
    [
      'A nested key and one that is computed; the word is left out:',
      'groupby user.plan, status >= 500 as failed count() | orderby user.plan, failed',
    ],
    ['A condition on groups is a filter after it:', 'groupby user.id as who aggregate count() as n | filter n > 1'],
  ],
  see: ['aggregate', 'countby', 'multigroupby', 'top', 'distinct'],
};

export const MULTIGROUPBY: CommandPage = {
  parts: [part('(e, …), …', 'sets of keys', 'each set is a grouping of its own, up to 64'), AS_KEY, AGGREGATIONS_PART],
  row: 'closes',
  notes: [
    'The rows of all groupings, one below the other. A key that a grouping lacks is null in its rows, as a value that is null: the two look alike.',
    'Sets that name the same key share its column; a set that is written twice counts once.',
  ],
  examples: [
    [
      'By path, by plan, and by both:',
      'multigroupby (path), (user.plan as plan), (path, user.plan as plan) aggregate count() as n | orderby n, path, plan',
    ],
  ],
  see: ['groupby', 'countby'],
};

export const COUNT: CommandPage = {
  parts: [may('into key', 'keypath', 'the name; `_count` without it')],
  row: 'closes',
  notes: ['Always one row: 0 of no rows.'],
  examples: [
    ['All rows:', 'count'],
    ['With a name:', 'filter status >= 500 | count into failed'],
  ],
  see: ['countby', 'aggregate'],
};

export const COUNTBY: CommandPage = {
  parts: [
    KEYS,
    AS_KEY,
    may('into key', 'keypath', 'the name of the count; `_count` without it'),
    may('asc | desc', '', 'ordered by the count; without it in no promised order'),
  ],
  row: 'closes',
  notes: ['The same as `groupby e, … aggregate count() as _count`. Several keys count their combinations.'],
  examples: [
    ['Two keys:', 'countby $l.subsystemname as service, status >= 500 as failed into n | orderby service, failed'],
    ['The commonest first:', 'explode tags into tag | countby tag into n desc | limit 1'],
  ],
  see: ['groupby', 'count', 'top'],
};

export const DISTINCT: CommandPage = {
  parts: [part('e, …', 'any values', 'the combinations of values are told once each; null is a value'), AS_KEY],
  row: 'closes',
  notes: ['The same as `groupby` without aggregations. Their number alone: `aggregate distinct_count(e)`.'],
  examples: [
    [
      'Which services with which plans:',
      'distinct $l.subsystemname as service, user.plan as plan | orderby service, plan',
    ],
  ],
  see: ['groupby', 'countby', 'dedupeby'],
};
