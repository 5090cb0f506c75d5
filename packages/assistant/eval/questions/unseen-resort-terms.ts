import { BAD_SPAN, DAY, ERROR, S, SERVER, SVC, TWO_DAYS } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { daysBack } from './unseen-terms.ts';

/** Pieces that the expected queries of questions about the hotels are written with. */
export const GUEST: string = '$d.guest_id';
export const PROPERTY: string = '$d.property';
export const TOOK: string = '$d.duration_ms';
export const STATUS: string = '$d.status';
export const CODE: string = '$d.error_code';
export const TABLE: string = "$d.tags['db.collection.name']";
export const HOST: string = "$d.tags['server.address']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const TRACE: string = '5d0e8c71fa264b93b7c2e94f10a6d38e';
export const OTHER_TRACE: string = 'e7a41f3902bc4d55986f0c8d2b71ea63';

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;
export const CONFIRMED: string = says('booking confirmed');
export const CANCELLED: string = says('booking cancelled');

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly region: string;
  readonly property: string;
  readonly version: string;
  readonly status: string;
  readonly path: string;
  readonly guest: string;
  readonly partner: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took, and a number of milliseconds of it. */
  readonly took: string;
  readonly ms: (count: number) => number;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  region: '$d.region',
  property: PROPERTY,
  version: '$d.version',
  status: STATUS,
  path: '$d.path',
  guest: GUEST,
  partner: '$d.partner',
  code: CODE,
  trace: '$d.trace_id',
  took: TOOK,
  ms: (count) => count,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  region: "$d.process.tags['cloud.region']",
  property: "$d.tags['hotel.property']",
  version: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  guest: "$d.tags['guest.id']",
  partner: "$d.tags['partner.name']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  ms: (count) => count * 1000,
};

/** One query of logs and one of spans. */
export const either = <T>(query: (told: Told) => T): readonly T[] => [query(LOGS), query(SPANS)];

/** One of logs, one of all spans, and one of the spans of requests that were served; each has `also` of its own. */
export const calls = <T>(query: (told: Told, also: string) => T): readonly T[] => [
  query(LOGS, ''),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed, by the severity of logs, the code of their error or the state of spans. */
export const failures = <T>(query: (told: Told, bad: string) => T): readonly T[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
  query(SPANS, `${BAD_SPAN} && ${SERVER}`),
];

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    query(LOGS, 'true', ERROR),
    query(LOGS, 'true', OR_WORSE),
    query(SPANS, 'true', BAD_SPAN),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, 'true', `${STATUS} >= 500`),
    query(LOGS, 'true', `${STATUS} >= 400`),
    query(LOGS, `${STATUS} != null`, `${STATUS} >= 500`),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** The one that leads or, as well, all of them in order. */
export const foremost = (source: string, key: string, metric: string): readonly string[] => [
  ...leading(source, key, metric, 1),
  `${source} | filter ${key} != null | groupby ${key} as key aggregate ${metric} as n`,
  ...leading(source, key, metric, 10),
];

/** Which values there are: a list, or each with the number of records; with or without those of nobody. */
export const withValue = (source: string, key: string): readonly string[] => [
  `${source} | distinct ${key}`,
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
  `${source} | filter ${key} != null | groupby ${key} aggregate count() as n`,
];

const BEFORE_TODAY = `$m.timestamp < ${DAY}`;

/** Today and yesterday, as rows or as columns; yesterday as a whole, or up to the same time of day. */
export const againstYesterday = (
  source: string,
  condition: string,
  metric: (only: string) => string,
): readonly string[] =>
  ['', ` && ($m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d)`].flatMap((part) => {
    const both = `${source} ${TWO_DAYS} | filter ${condition}${part}`;
    return [
      `${both} | groupby if(${BEFORE_TODAY}, 'a', 'b') as day aggregate ${metric('true')} as n`,
      `${both} | aggregate ${metric(`!(${BEFORE_TODAY})`)} as today, ${metric(BEFORE_TODAY)} as before`,
    ];
  });

export const number = (only: string): string => (only === 'true' ? 'count()' : `count_if(${only})`);
export const total =
  (field: string) =>
  (only: string): string =>
    only === 'true' ? `sum(${field})` : `sum(if(${only}, ${field}))`;
export const mean =
  (field: string) =>
  (only: string): string =>
    only === 'true' ? `avg(${field})` : `avg(if(${only}, ${field}))`;

/** A statistic of two sides of a condition, as rows or as columns. */
export const sidesOf = (source: string, condition: string, metric: (only: string) => string): readonly string[] => [
  `${source} | groupby if(${condition}, 'a', 'b') as side aggregate ${metric('true')} as m`,
  `${source} | aggregate ${metric(condition)} as one, ${metric(`!(${condition})`)} as other`,
];

/** The last seven days however they are counted, or the week from Monday to Sunday before this one. */
export const lastWeek = (query: (time: string) => string): readonly string[] => [
  ...daysBack(7, query),
  query("between @'2026-11-09' and @'2026-11-16'"),
];

export const hourOf: string = "extractTime($m.timestamp, 'hour')";
export const weekdayOf: string = "extractTime($m.timestamp, 'day_of_week')";
