import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the gallery are written with. */
export const MEMBER: string = '$d.member_id';
export const STATUS: string = '$d.http_status';
export const TOOK: string = '$d.latency_ms';
export const CODE: string = '$d.error_code';
export const TERM: string = '$d.search_term';
export const DATABASE: string = "$d.tags['db.system.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const SINCE_WEDNESDAY: string = "between @'2026-11-18' and @'now'";
export const THURSDAY: string = "between @'2026-11-19' and @'2026-11-20'";
export const EVENING: string = "between @'2026-11-19T20:00:00Z' and @'2026-11-19T21:00:00Z'";
export const UPLOAD_TRACE: string = '5e0c91b7a4d24f0e8b36c2d7f19ae054';
export const SEARCH_TRACE: string = 'c84d17f05b9e4a63902fd6e1b7a3508c';

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
  readonly status: string;
  readonly path: string;
  readonly member: string;
  readonly tier: string;
  readonly platform: string;
  readonly appVersion: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took. */
  readonly took: string;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: '$d.datacenter',
  status: STATUS,
  path: '$d.endpoint',
  member: MEMBER,
  tier: '$d.tier',
  platform: '$d.app_platform',
  appVersion: '$d.app_version',
  code: CODE,
  trace: '$d.trace_id',
  took: TOOK,
  isRequest: `${TOOK} != null`,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: "$d.process.tags['cloud.region']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  member: "$d.tags['user.id']",
  tier: "$d.tags['member.tier']",
  platform: "$d.tags['app.platform']",
  appVersion: "$d.tags['app.version']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  isRequest: SERVER,
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** One of logs, one of all spans, and one of the spans of requests that were served; each has `also` of its own. */
export const calls = (query: (told: Told, also: string) => string): readonly string[] => [
  query(LOGS, ''),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

const UPLOAD = "== 'upload-api'";
/** Uploads that failed, by what is said of them or by the service. */
export const failedUploads = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, says('upload failed')),
  query(LOGS, `${S} ${UPLOAD} && ${ERROR}`),
  query(LOGS, `${S} ${UPLOAD} && ${OR_WORSE}`),
  query(SPANS, `${SVC} ${UPLOAD} && ${BAD_SPAN}`),
  query(SPANS, `${SVC} ${UPLOAD} && ${BAD_SPAN} && ${SERVER}`),
];

/** For shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, `${STATUS} >= 500`),
    query(LOGS, LOGS.isRequest, `${STATUS} >= 400`),
    query(LOGS, LOGS.isRequest, ERROR),
    query(LOGS, LOGS.isRequest, OR_WORSE),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** Which one has the most: the first, the first ten, or all in order. */
export const greatest = (source: string, key: string, metric: string): readonly string[] => [
  ...leading(source, key, metric, 1),
  ...leading(source, key, metric, 10),
  `${source} | groupby ${key} as key aggregate ${metric} as n`,
];

/** Which values there are: a list, or each with the number of records; with or without those of nobody. */
export const withValue = (source: string, key: string): readonly string[] => [
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
  `${source} | filter ${key} != null | groupby ${key} aggregate count() as n`,
];

/** Each group's percentage of all records of a source, or of those that have the key. */
export const parts = (source: string, key: string, name: string): readonly string[] =>
  [` | filter ${key} != null`, ''].map((only) => {
    const from = `${source}${only}`;
    return `${from} | groupby ${key} aggregate count() as n | join cross (${from} | count into total) into t | choose ${name}, 100 * n / t.total as share`;
  });
