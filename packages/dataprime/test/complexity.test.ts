import { expect, it } from 'vitest';
import { check, complexity, explainQuery, parse } from '../src/index.ts';

const checked = (text: string) => {
  const { query, diagnostics } = check(parse(text));
  if (query === null) throw new Error(JSON.stringify(diagnostics));
  return query;
};

it('scores a simple query low and says what counts', () => {
  expect(complexity(checked('source logs | filter status == 500 | limit 10'))).toEqual({
    score: 5,
    level: 'low',
    contributions: [
      { what: 'stages', count: 2, points: 4 },
      { what: 'conditions', count: 1, points: 1 },
    ],
  });
});

it('scores whole-record searches with groupings high', () => {
  const result = complexity(
    checked(
      "source logs | wildfind 'timeout' | filter msg ~ 'a b' && path.matches(/x.*/) | groupby path, user.id, status aggregate count() as n, distinct_count(user.id) as u, collect(path) as p | orderby n desc | groupby n aggregate count() as m",
    ),
  );
  expect(result.level).toBe('high');
  expect(result.score).toBe(result.contributions.reduce((sum, { points }) => sum + points, 0));
});

it('never scores above 100', () => {
  const stages = Array.from(
    { length: 60 },
    (_, i) => `create x${i} from \`{i}\` | wildfind 'w${i}' | orderby x${i}`,
  ).join(' | ');
  expect(complexity(checked(`source logs | ${stages}`)).score).toBeLessThanOrEqual(100);
});

it('gets no simpler when a stage is added', () => {
  const parts = ['source logs', "filter msg ~ 'x'", 'groupby path aggregate count() as n', 'orderby n desc', 'limit 3'];
  const scores = parts.map((_, index) => complexity(checked(parts.slice(0, index + 1).join(' | '))).score);
  expect(scores.toSorted((a, b) => a - b)).toEqual(scores);
});

it.each([
  ['source logs', 'All logs.'],
  [
    "source logs last 1h | filter status >= 500 && path == '/pay' | countby path desc",
    'Logs of the last 1h: keep rows where status is at least 500 and path is "/pay"; for each path compute the number of rows as _count; sort by _count (largest first).',
  ],
  [
    "source spans between @'2024-05-01' and now() | block tags['error'] == null | top 3 $l.serviceName as s by avg($m.duration)",
    'Spans from 2024-05-01T00:00:00 UTC to now(): drop rows where tags.error is missing; for each s compute the average duration as _avg0; sort by _avg0 (largest first); take the first 3.',
  ],
  [
    "find 'out of memory' in msg | choose msg, status + 1 as next",
    'Logs: keep rows where msg contains the words "out of memory"; show msg and status + 1 as next.',
  ],
  ['distinct path', 'Logs: list each distinct path.'],
  ['dedupeby path | remove user', 'Logs: keep 1 for each path; leave out some fields.'],
  ['dedupeby path keep 2 orderby duration desc', 'Logs: keep 2 for each path, by duration (largest first).'],
  [
    "groupby case { status >= 500 -> 'failed', status >= 400 -> 'refused' } as class aggregate count() as n",
    'Logs: for each ("failed" where status is at least 500, "refused" where status is at least 400, nothing else) as class compute the number of rows as n.',
  ],
  ["replace path with 'x' | move path to url", 'Logs: change path where it is present; move path to url.'],
  [
    'extract msg into x using kv() | explode tags into tag',
    'Logs: read x out of a text: kv(msg); make a row of each element of tags as tag.',
  ],
  [
    'multigroupby (path), (status) aggregate count() as n',
    'Logs: group several times, by path and status, and compute the number of rows as n.',
  ],
  [
    'filter status > 400 | union (source spans | filter duration > 5)',
    'Logs: keep rows where status is above 400; add the rows of (spans: keep rows where duration is above 5).',
  ],
  [
    'join (source logs | groupby path aggregate count() as n) using path into p | filter p.n > 1',
    'Logs: put into p the matching row of (logs: for each path compute the number of rows as n) where path is its path; keep rows where p.n is above 1.',
  ],
])('explains %s', (text, english) => {
  expect(explainQuery(checked(text))).toBe(english);
});

it('counts arrays made into rows and queries inside the query', () => {
  const { contributions } = complexity(
    checked('explode tags into t original preserve | union (source spans | union (source logs))'),
  );
  expect(contributions.filter(({ what }) => /arrays|queries/.test(what))).toEqual([
    { what: 'queries inside the query', count: 2, points: 30 },
    { what: 'arrays made into rows', count: 1, points: 6 },
  ]);
});

it('tells what a query inside a condition is of', () => {
  const sentence = explainQuery(
    checked(
      'source spans | filter !traceID.inArray((| source logs last 1h | filter status == 500 | distinct trace_id |))',
    ),
  );
  expect(sentence).toContain('the values of a query of logs of the last 1h: keep rows where status is 500');
  expect(sentence).toContain('trace_id');
});
