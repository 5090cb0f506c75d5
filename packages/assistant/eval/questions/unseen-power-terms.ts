import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about charging stations are written with. */
export const KWH: string = '$d.kwh';
export const CITY: string = '$d.city';
export const STATION: string = '$d.station';
export const DRIVER: string = '$d.driver';
export const PARTNER: string = '$d.partner';
export const PRICE: string = '$d.price';
export const METHOD: string = '$d.method';
export const CLIENT: string = '$d.client';
export const PLUG: string = '$d.plug';
export const TOOK: string = '$d.took_ms';
export const ERR: string = '$d.err';
export const FIRMWARE: string = '$d.firmware';
export const REJECTED: string = "$d.outcome == 'rejected'";
export const PORTAL: string = `${S} == 'driver-portal'`;
export const SESSIONS: string = `${S} == 'session-manager'`;
export const PAYMENTS: string = `${S} == 'payment-bridge'`;
export const GATEWAY: string = `${S} == 'station-gateway'`;
export const DATABASE: string = "$d.tags['db.system.name']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const TABLE: string = "$d.tags['db.collection.name']";
export const QUEUE: string = "$d.tags['messaging.destination.name']";
export const HANDLING: string = "$d.tags['messaging.operation.type']";
export const SIZE: string = "$d.tags['messaging.message.body.size']:number";
export const HOST: string = "$d.tags['server.address']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const SINCE_TUESDAY: string = "between @'2026-11-17' and @'now'";
export const LAST_WEEK: string = "between @'2026-11-09' and @'2026-11-16'";

/** Records whose sentence has the words, one after the other. */
export const says = (words: string): string => `$d.msg ~ '${words}'`;

/** The number that stands in the sentences, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.msg into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly env: string;
  readonly build: string;
  readonly host: string;
  readonly status: string;
  readonly path: string;
  readonly driver: string;
  readonly station: string;
  readonly code: string;
  readonly took: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  env: '$d.env',
  build: '$d.build',
  host: '$d.host',
  status: '$d.status',
  path: '$d.path',
  driver: DRIVER,
  station: STATION,
  code: ERR,
  took: TOOK,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  env: "$d.process.tags['deployment.environment.name']",
  build: "$d.process.tags['service.version']",
  host: "$d.process.tags['host.name']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  driver: "$d.tags['driver.id']",
  station: "$d.tags['station.id']",
  code: "$d.tags['error.type']",
  took: '$m.duration',
};

type Query = (told: Told) => string;

/** One query of logs and one of spans. */
export const either = (query: Query): readonly string[] => [query(LOGS), query(SPANS)];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, where spans may be only those of the requests that were served. */
export const shares = (query: (told: Told, source: string, bad: string) => string): readonly string[] => [
  ...failures((told, bad) => query(told, told.source, bad)),
  query(SPANS, SPANS.source, BAD_SPAN).replace(/(?= \| )/, ` | filter ${SERVER}`),
];

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** Energy and stops are told by all records of sessions, or by those that say that one is finished. */
export const sessions = (time: string, query: (source: string) => string): readonly string[] =>
  ['', ` && ${says('session finished')}`].map((also) =>
    query(`source logs ${time} | filter ${SESSIONS}${also}`).replace('logs  ', 'logs '),
  );

/** How many records, or how many different values of their key. */
export const counted = (source: string, key: string): readonly string[] => [
  `${source} | count`,
  `${source} | aggregate distinct_count(${key}) as n`,
];
