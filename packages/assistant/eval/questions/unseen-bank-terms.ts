import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the bank are written with. */
export const CUSTOMER: string = '$d.customer_id';
export const DEVICE: string = '$d.device_id';
export const AMOUNT: string = '$d.amount';
export const SCHEME: string = '$d.card_scheme';
export const REASON: string = '$d.decline_reason';
export const TRANSFER_TYPE: string = '$d.transfer_type';
export const SCORE: string = '$d.risk_score';
export const VERDICT: string = '$d.verdict';
export const RULE: string = '$d.rule';
export const LATENCY: string = '$d.latency_ms';
export const RETRIES: string = '$d.retry_count';
export const ADDRESS: string = "$d['client.address']";
export const DECLINED: string = "$d.decision == 'declined'";
export const CARDS: string = `${S} == 'card-auth'`;
export const DATABASE: string = "$d.tags['db.system.name']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const HOST: string = "$d.tags['server.address']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const WEDNESDAY_TEN: string = "@'2026-11-18T22:00:00Z'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;
export const WRONG_PIN: string = says('wrong PIN entered');

/** The number that stands in the messages, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.message into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
  readonly environment: string;
  readonly version: string;
  readonly pod: string;
  readonly status: string;
  readonly route: string;
  readonly customer: string;
  readonly type: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: "$d['cloud.region']",
  environment: "$d['deployment.environment.name']",
  version: "$d['service.version']",
  pod: "$d['k8s.pod.name']",
  status: "$d['http.response.status_code']",
  route: "$d['http.route']",
  customer: CUSTOMER,
  type: "$d['error.type']",
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: "$d.process.tags['cloud.region']",
  environment: "$d.process.tags['deployment.environment.name']",
  version: "$d.process.tags['service.version']",
  pod: "$d.process.tags['k8s.pod.name']",
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  customer: "$d.tags['enduser.id']",
  type: "$d.tags['error.type']",
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

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** Transfers are all records of their service, or those that were accepted, or those that were settled. */
export const transfers = (time: string, query: (source: string) => string): readonly string[] =>
  ['', ` && ${says('transfer accepted')}`, ` && ${says('transfer settled')}`].map((also) =>
    query(`source logs ${time} | filter ${S} == 'transfers'${also}`).replace('logs  ', 'logs '),
  );

/** How many records, or how many different values of their key. */
export const counted = (source: string, key: string): readonly string[] => [
  `${source} | count`,
  `${source} | aggregate distinct_count(${key}) as n`,
];
