import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the trains are written with. */
export const PASSENGER: string = '$d.PassengerId';
export const LINE: string = '$d.Train.Line';
export const TRAIN: string = '$d.Train.Number';
export const STATION: string = '$d.Station';
export const DELAY: string = '$d.DelayMinutes';
export const TOOK: string = '$d.ElapsedMs';
export const STATUS: string = '$d.StatusCode';
export const PATH: string = '$d.RequestPath';
export const TYPE: string = '$d.Exception.Type';
export const REFUND: string = '$d.RefundEur';
export const PRICE: string = '$d.PriceEur';
export const TABLE: string = "$d.tags['db.collection.name']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const HOST: string = "$d.tags['server.address']";
export const TRACE: string = '7a0d5e61c3f84920b8e1f46d2c9a3b57';
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.Message ~ '${words}'`;

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly release: string;
  readonly station: string;
  readonly status: string;
  readonly passenger: string;
  readonly type: string;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  release: '$d.Release',
  station: STATION,
  status: STATUS,
  passenger: PASSENGER,
  type: TYPE,
  isRequest: `${STATUS} != null`,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  release: "$d.process.tags['service.version']",
  station: "$d.tags['station.name']",
  status: "$d.tags['http.response.status_code']:number",
  passenger: "$d.tags['passenger.id']",
  type: "$d.tags['error.type']",
  isRequest: SERVER,
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** The same of several readings for each. */
export const eitherOf = (query: (told: Told) => readonly string[]): readonly string[] => [
  ...query(LOGS),
  ...query(SPANS),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, `${STATUS} >= 500`),
    query(LOGS, LOGS.isRequest, `${STATUS} >= 400`),
    query(LOGS, 'true', `${STATUS} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** The first groups by a metric, of records that have the key or of all. */
export const top = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** The one group with the most: it alone, the first ten, or all of them. */
export const most = (source: string, key: string): readonly string[] => [
  ...top(source, key, 'count()', 1),
  ...top(source, key, 'count()', 10),
  `${source} | filter ${key} != null | groupby ${key} as key aggregate count() as n`,
];

/** Which values there are: a list, or each with the number of records; with or without those that have none. */
export const which = (source: string, key: string): readonly string[] => [
  `${source} | distinct ${key}`,
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
  `${source} | filter ${key} != null | groupby ${key} aggregate count() as n`,
];
