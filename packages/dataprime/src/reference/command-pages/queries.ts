import type { CommandPage } from '../command-page.ts';
import { either, may, part } from '../command-page.ts';

const QUERY = part(
  '(query)',
  'query in parentheses',
  'the second query. It reads logs in the window of the caller where it names no source; a time frame in it counts for it alone',
);

export const SOURCE: CommandPage = {
  parts: [
    part(
      'dataset',
      'name',
      '`logs`, `spans`, a table of enrichment, or one with its space (`default/logs`, `default/enrichments/owners`). A name in quotes may hold any character',
    ),
    may('(param=value, …)', 'parameters', 'read, and without effect here (`DP3009`)'),
    may('time frame', 'one of those below', 'without it the window of the caller'),
  ],
  row: null,
  notes: [
    'Only as the first command. A query that begins with another one reads logs.',
    "Edges are computed from literals, `now()`, `$p.timeRange` and arithmetic on them: `between @'now' / 1d - 1d and @'now' / 1d` is yesterday in UTC.",
    'Fields of logs and spans are in [telemetry-store.md](../../telemetry-store.md#fields). The columns of a table are texts in `$d`. An unknown data set is `DP2009`.',
  ],
  tables: [
    {
      head: ['time frame', 'window'],
      rows: [
        ['last 1h', 'from an hour before now to now, both included; at least 0'],
        ["between @'2024-05-01' and @'now'", 'from the first to the second, the second not included'],
        [
          "around @'2024-05-01T00:10:00' interval 5m",
          'five minutes before to five after, both included; 30 minutes where no interval is written',
        ],
        ['timeshifted -1d', "the caller's window, moved"],
      ],
    },
  ],
  examples: [
    ['The last half hour:', 'source logs last 30m | choose $m.timestamp, msg'],
    [
      'A moment and what was around it:',
      "source logs around @'2026-01-05T08:10:00' interval 5m | choose $m.timestamp, msg",
    ],
    ['A table:', 'source owners'],
  ],
  see: ['join', 'union', 'enrich'],
};

export const JOIN: CommandPage = {
  parts: [
    may('left | inner | full | cross', '', 'what becomes of rows without a match; `left` without it'),
    QUERY,
    either(
      'on left=>a == right=>b && …',
      'equal keypaths',
      'which rows match. A keypath that only one side can have needs no `left=>` or `right=>`',
    ),
    either('using key, …', 'keypaths', 'the same keys on both sides'),
    part('into key', 'keypath', 'where the matching row goes as an object, over what was there'),
  ],
  row: 'changes',
  notes: [
    'The object holds the `$d` of the matching row, and every column of a closed one. Time, severity or labels of an open row are chosen in the query: `choose $m.timestamp as at`.',
    'Several matches make several rows. Null matches nothing. `cross` takes neither `on` nor `using`.',
    'The second query may have 1,000,000 rows; with more the query fails. `right` does not exist: swap the sides.',
  ],
  tables: [
    {
      head: ['join', 'rows without a match'],
      rows: [
        ['left', 'those of the first query stay, with null at the target'],
        ['inner', 'are dropped'],
        ['full', 'those of both stay; with `using` the key of a row of the second query is filled in'],
        ['cross', 'every row of the first with every row of the second'],
      ],
    },
  ],
  examples: [
    [
      'Beside each path its owner; the last has none:',
      'countby path into n | join (source owners) using path into owner | choose path, n, owner.owner | orderby path',
    ],
    [
      'Failed requests with how often their path went well:',
      'filter status >= 500 | choose path, status | join inner (filter status < 500 | groupby path aggregate count() as n) on left=>path == right=>path into fine',
    ],
    [
      'Every row with a total:',
      'countby path into n | join cross (count into total) into all | choose path, n / all.total as share | orderby path',
    ],
  ],
  see: ['union', 'stitch', 'enrich'],
};

export const UNION: CommandPage = {
  parts: [QUERY],
  row: null,
  notes: [
    'Columns are matched by their names; a column that one side lacks is null there. The order of the rows is lost.',
    'Open rows of one data set stay open. Where a row is closed or the data sets differ, `$d` and `$l` are brought together as objects, and values of two types under one name are of unknown type.',
    'A query may hold 10 others.',
  ],
  examples: [
    [
      'Two choices, one below the other:',
      'filter status >= 500 | choose path, status | union (filter duration_ms > 1000 | choose path, duration_ms) | orderby path, status',
    ],
  ],
  see: ['join', 'stitch'],
};

export const STITCH: CommandPage = {
  parts: [
    QUERY,
    part('into key', 'keypath', 'where the other row goes as an object'),
    may(
      'merge',
      '',
      'its keys go among those of the target, over what is there, at any depth; `into $d merge` puts them among the keys of the row',
    ),
  ],
  row: 'changes',
  notes: [
    'The first row with the first, the second with the second: sort both sides before. Where one has fewer rows it is null; with `merge` a missing row changes nothing.',
  ],
  examples: [
    [
      'The rows of a table beside the largest groups:',
      'groupby path aggregate sum(duration_ms) as total | orderby total desc | stitch (source owners | orderby owner) into other',
    ],
    [
      'Merged into the row:',
      'groupby path aggregate sum(duration_ms) as total | orderby total desc | limit 2 | stitch (source owners | orderby owner | choose owner) into $d merge',
    ],
  ],
  see: ['join', 'union'],
};
