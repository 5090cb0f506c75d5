import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the marketplace are written with. */
export const USER: string = '$d.user_id';
export const TYPE: string = '$d.error_type';
export const AMOUNT: string = '$d.amount_eur';
export const ATTEMPT: string = '$d.attempt:number';
export const DATABASE: string = "$d.tags['db.system.name']";
export const TABLE: string = "$d.tags['db.collection.name']";
export const TOPIC: string = "$d.tags['messaging.destination.name']";
export const ADDRESS: string = "$d.tags['server.address']";
export const TRACE: string = '5c0e9b7d41f84a2e9d36b8f07a15c2e4';
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const THURSDAY: string = "between @'2026-11-19' and @'2026-11-20'";
export const OUTAGE: string = "between @'2026-11-20T09:40:00Z' and @'2026-11-20T10:05:00Z'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;
export const of = (name: string): string => `${S} == '${name}'`;

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly region: string;
  readonly version: string;
  readonly host: string;
  readonly status: string;
  readonly path: string;
  readonly method: string;
  readonly user: string;
  readonly type: string;
  readonly trace: string;
  /** How long it took, and a thousandth of a second of it. */
  readonly took: string;
  readonly milli: number;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  region: '$d.region',
  version: '$d.version',
  host: '$d.host',
  status: '$d.status',
  path: '$d.path',
  method: '$d.method',
  user: USER,
  type: TYPE,
  trace: '$d.trace_id',
  took: '$d.duration_ms',
  milli: 1,
  isRequest: '$d.status != null',
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  region: "$d.process.tags['cloud.region']",
  version: "$d.process.tags['service.version']",
  host: "$d.process.tags['host.name']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  method: "$d.tags['http.request.method']",
  user: "$d.tags['user.id']",
  type: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  milli: 1000,
  isRequest: SERVER,
};

type Built = string | readonly string[];
const bare = (text: string): string => text.replace(/ && true| \| filter true(?= \||$)|true && /g, '');

const flat = (all: readonly Built[]): readonly string[] => all.flat().map(bare);

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => Built): readonly string[] => flat([query(LOGS), query(SPANS)]);

/** One of logs, one of all spans, and one of the spans of requests that were served. */
export const calls = (query: (told: Told, also: string) => Built): readonly string[] =>
  flat([
    query(LOGS, 'true'),
    query(SPANS, 'true'),
    query(SPANS, SERVER),
    query(SPANS, "$d.parentId == ''"),
    query(LOGS, '$d.path != null'),
  ]);

/** The same of how long they took; of spans in their own unit or in milliseconds. */
export const timed = (query: (told: Told, took: string, also: string) => Built): readonly string[] => [
  ...calls((told, also) => query(told, told.took, also)),
  ...flat([query(SPANS, '$m.duration / 1000', 'true'), query(SPANS, '$m.duration / 1000', SERVER)]),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => Built): readonly string[] =>
  flat([query(LOGS, ERROR), query(LOGS, OR_WORSE), query(SPANS, BAD_SPAN), query(SPANS, `${BAD_SPAN} && ${SERVER}`)]);

const BAD_LOGS = [ERROR, OR_WORSE, '$d.status >= 500', '$d.status >= 400'];

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => Built): readonly string[] =>
  flat([
    ...BAD_LOGS.map((bad) => query(LOGS, 'true', bad)),
    ...BAD_LOGS.map((bad) => query(LOGS, LOGS.isRequest, bad)),
    query(SPANS, 'true', BAD_SPAN),
    query(SPANS, SERVER, BAD_SPAN),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
    query(SPANS, 'true', `${SPANS.status} >= 500`),
  ]);

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** The one with the most: alone, or first of the first ones, or of the whole list. */
export const foremost = (source: string, key: string, metric: string): readonly string[] => [
  ...[1, 3, 5, 10].flatMap((limit) => leading(source, key, metric, limit)),
  `${source} | groupby ${key} as key aggregate ${metric} as n`,
];

/** Which there are: a list, or each with the number of records; with or without those of nobody. */
export const present = (source: string, key: string): readonly string[] => [
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
];

/** The number of records, or they themselves. */
export const anyOf = (query: string): readonly string[] => [query, `${query} | count`];

/** When the last or the first one was: its time, or the record itself. */
export const moment = (query: string, end: 'max' | 'min'): readonly string[] => [
  `${query} | aggregate ${end}($m.timestamp) as t`,
  `${query} | orderby $m.timestamp ${end === 'max' ? 'desc' : 'asc'} | limit 1`,
];
