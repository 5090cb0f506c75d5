import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the travel agency are written with. */
export const USER: string = '$d.user_id';
export const REGION: string = '$d.region';
export const CODE: string = '$d.http.status_code';
export const PATH: string = '$d.http.path';
export const METHOD: string = '$d.http.method';
export const TOOK: string = '$d.duration_ms';
export const CHANNEL: string = '$d.channel';
export const PROVIDER: string = '$d.provider';
export const AMOUNT: string = '$d.amount_eur';
export const AIRLINE: string = '$d.airline';
export const SUPPLIER: string = '$d.supplier';
export const ADDRESS: string = '$d.client_ip';
export const SPAN_USER: string = "$d.tags['user.id']";
export const SPAN_CODE: string = "$d.tags['http.response.status_code']:number";
export const DATABASE: string = "$d.tags['db.system.name']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const LAST_MONDAY: string = "between @'2026-11-16' and @'now'";
export const SINCE_WEDNESDAY: string = "between @'2026-11-18' and @'now'";
export const SINCE_THURSDAY: string = "between @'2026-11-19' and @'now'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
  readonly environment: string;
  readonly host: string;
  readonly version: string;
  readonly code: string;
  readonly path: string;
  readonly method: string;
  readonly user: string;
  readonly airline: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: REGION,
  environment: '$d.environment',
  host: '$d.host',
  version: '$d.version',
  code: CODE,
  path: PATH,
  method: METHOD,
  user: USER,
  airline: AIRLINE,
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: "$d.process.tags['cloud.region']",
  environment: "$d.process.tags['deployment.environment.name']",
  host: "$d.process.tags['host.name']",
  version: "$d.process.tags['service.version']",
  code: SPAN_CODE,
  path: "$d.tags['http.route']",
  method: "$d.tags['http.request.method']",
  user: SPAN_USER,
  airline: '$d.tags.airline',
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, where spans may be only those of the requests that were served. */
export const failureRates = (query: (source: string, told: Told, bad: string) => string): readonly string[] => [
  ...failures((told, bad) => query(told.source, told, bad)),
  query('source spans', SPANS, BAD_SPAN).replace(/(?= \| )/, ` | filter ${SERVER}`),
];

/** How many of each group hold: without the groups that have none, or with them. */
export const heldIn = (source: string, condition: string, key: string): readonly string[] => [
  `${source} | filter ${condition} | groupby ${key} aggregate count() as n`,
  `${source} | groupby ${key} aggregate count_if(${condition}) as n`,
];

/** How many failures there are of each group. */
export const failuresBy = (time: string, key: (told: Told) => string): readonly string[] =>
  (
    [
      [LOGS, ERROR],
      [LOGS, OR_WORSE],
      [SPANS, BAD_SPAN],
    ] as const
  ).flatMap(([told, bad]) => heldIn(`${told.source} ${time}`, bad, key(told)));

/** The first ones by a value that several share: any of those may stand at the end of the list. */
export const ranked = (query: string, key: string, limit: number): readonly string[] =>
  ['', `, ${key}`, `, ${key} desc`].map((then) => `${query} | orderby n desc${then} | limit ${limit}`);

/** So many days to now, or whole ones, with or without the one that has begun. */
export const lastDays = (days: number, query: (time: string) => string): readonly string[] =>
  [
    `last ${days}d`,
    `between @'now' / 1d - ${days}d and @'now'`,
    `between @'now' / 1d - ${days - 1}d and @'now'`,
    `between @'now' / 1d - ${days}d and @'now' / 1d`,
  ].map(query);

/** How many of something that has a number of its own: records, or different numbers. */
export const records = (query: (count: string) => string, key: string): readonly string[] => [
  query('count()'),
  query(`distinct_count(${key})`),
];
