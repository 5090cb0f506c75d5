import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the parcel company are written with. */
export const ACCOUNT: string = '$d.accountId';
export const TRACKING_NO: string = '$d.trackingNo';
export const STATUS: string = '$d.httpStatus';
export const TOOK: string = '$d.tookMs';
export const DEPOT: string = '$d.depot';
export const KIND: string = '$d.err.kind';
export const TOTAL: string = '$d.totalEur';
export const CARRIER: string = '$d.carrier';
export const JAMS: string = `${KIND} == 'BeltJam'`;
export const DATABASE: string = "$d.tags['db.system.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const SPAN_STATUS: string = "$d.tags['http.response.status_code']:number";
export const SPAN_TYPE: string = "$d.tags['error.type']";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.msg ~ '${words}'`;

/** The number that stands in the messages, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.msg into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly zone: string;
  readonly env: string;
  readonly build: string;
  readonly pod: string;
  readonly status: string;
  readonly account: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  zone: '$d.zone',
  env: '$d.env',
  build: '$d.build',
  pod: '$d.pod',
  status: STATUS,
  account: ACCOUNT,
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  zone: "$d.process.tags['cloud.region']",
  env: "$d.process.tags['deployment.environment.name']",
  build: "$d.process.tags['service.version']",
  pod: "$d.process.tags['k8s.pod.name']",
  status: SPAN_STATUS,
  account: "$d.tags['account.id']",
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
export const shares = (query: (told: Told, source: string, bad: string) => string): readonly string[] => [
  ...failures((told, bad) => query(told, told.source, bad)),
  query(SPANS, SPANS.source, BAD_SPAN).replace(/(?= \| )/, ` | filter ${SERVER}`),
];

/** How many failures each group has: without the groups that have none, or with them. */
export const failuresBy = (time: string, key: (told: Told) => string): readonly string[] => [
  ...failures((told, bad) => `${told.source} ${time} | filter ${bad} | groupby ${key(told)} aggregate count() as n`),
  ...failures((told, bad) => `${told.source} ${time} | groupby ${key(told)} aggregate count_if(${bad}) as n`),
];

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  ['', ` | filter ${key} != null`].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** How many records say the words, or how many parcels they are of. */
export const parcels = (source: string): readonly string[] => [
  `${source} | count`,
  `${source} | aggregate distinct_count(${TRACKING_NO}) as n`,
];
