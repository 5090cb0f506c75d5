import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the desk are written with. */
export const USER: string = '$d.userId';
export const WORKSPACE: string = '$d.workspace';
export const TOOK: string = '$d.responseTime';
export const STATUS: string = '$d.statusCode';
export const PATH: string = '$d.path';
export const CODE: string = '$d.err.code';
export const ATTEMPT: string = '$d.attempt';
export const ADDRESS: string = '$d.ip';
export const TABLE: string = "$d.tags['db.collection.name']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const DATABASE: string = "$d.tags['db.system.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const HOST: string = "$d.tags['server.address']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const THURSDAY: string = "between @'2026-11-19' and @'2026-11-20'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.msg ~ '${words}'`;

/** The number that stands in the messages, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.msg into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly region: string;
  readonly version: string;
  readonly status: string;
  readonly path: string;
  readonly method: string;
  readonly user: string;
  readonly workspace: string;
  readonly plan: string;
  readonly code: string;
  /** How long it took. */
  readonly took: string;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  region: '$d.region',
  version: '$d.version',
  status: STATUS,
  path: PATH,
  method: '$d.method',
  user: USER,
  workspace: WORKSPACE,
  plan: '$d.plan',
  code: CODE,
  took: TOOK,
  isRequest: `${TOOK} != null`,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  region: "$d.process.tags['cloud.region']",
  version: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  method: "$d.tags['http.request.method']",
  user: "$d.tags['user.id']",
  workspace: "$d.tags['workspace.id']",
  plan: "$d.tags['workspace.plan']",
  code: "$d.tags['error.type']",
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

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 500`),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 400`),
    query(LOGS, 'true', `${LOGS.status} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** Which users there are: a list, or each with the number of records; with or without those of nobody. */
export const withValue = (source: string, key: string): readonly string[] => [
  `${source} | distinct ${key}`,
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
  `${source} | filter ${key} != null | groupby ${key} aggregate count() as n`,
];
