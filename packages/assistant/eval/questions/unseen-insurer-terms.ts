import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { anyOf, OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the insurer are written with. */
export const CUSTOMER: string = '$d.customerId';
export const COUNTRY: string = '$d.country';
export const PRODUCT: string = '$d.policy.product';
export const CLAIM: string = '$d.claim.id';
export const AMOUNT: string = '$d.claim.amount';
export const STATUS: string = '$d.claim.status';
export const PERIL: string = '$d.claim.peril';
export const PAID: string = '$d.payout.amount';
export const PREMIUM: string = '$d.premium.amount';
export const WAIT: string = '$d.call.waitSeconds';
export const TALK: string = '$d.call.talkSeconds';
export const QUEUE: string = '$d.call.queue';
export const AGENT: string = '$d.call.agent';
export const TOOK: string = '$d.elapsedMs';
export const CODE: string = '$d.errorCode';
export const TABLE: string = "$d.tags['db.collection.name']";
export const DATABASE: string = "$d.tags['db.system.name']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.msg ~ '${words}'`;

export const REGISTERED: string = says('claim registered');
export const SENT: string = says('payout sent');
export const COLLECTED: string = says('premium collected');
export const ABANDONED: string = says('call abandoned');
export const ANSWERED: string = says('call answered');

/** The number that stands in the messages, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.msg into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

export const p = (share: string, field: string): string => `percentile(0.${share}, ${field})`;

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly country: string;
  readonly release: string;
  readonly status: string;
  readonly route: string;
  readonly method: string;
  readonly customer: string;
  readonly broker: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took, and how many of its units a second has. */
  readonly took: string;
  readonly second: number;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  country: COUNTRY,
  release: '$d.release',
  status: '$d.http.status',
  route: '$d.http.route',
  method: '$d.http.method',
  customer: CUSTOMER,
  broker: '$d.brokerId',
  code: CODE,
  trace: '$d.traceId',
  took: TOOK,
  second: 1000,
  isRequest: '$d.http.status != null',
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  country: "$d.tags['geo.country.iso_code']",
  release: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  method: "$d.tags['http.request.method']",
  customer: "$d.tags['customer.id']",
  broker: "$d.tags['broker.id']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  second: 1_000_000,
  isRequest: SERVER,
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** Of logs and of spans, each of all or of only the requests that were served; `also` is the condition for those. */
export const calls = (query: (told: Told, also: string) => string): readonly string[] => [
  query(LOGS, ''),
  query(LOGS, ` && ${LOGS.isRequest}`),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, of all or of requests, where a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(LOGS, LOGS.isRequest, OR_WORSE),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 500`),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 400`),
    query(LOGS, 'true', `${LOGS.status} >= 500`),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** With only the records that tell of the deed, or with all that have the figure. */
export const deeds = (deed: string, figure: string, query: (condition: string) => string): readonly string[] => [
  query(deed),
  query(`${figure} != null`),
];

/** When it was first or last: the moment alone, or the record. */
export const moment = (query: string, which: 'first' | 'last'): readonly string[] => [
  `${query} | aggregate ${which === 'first' ? 'min' : 'max'}($m.timestamp) as at`,
  `${query} | orderby $m.timestamp ${which === 'first' ? 'asc' : 'desc'} | limit 1`,
];

/** Day of the week or hour of the day with the most: that one, or all of them. */
export const busiest = (query: string, unit: 'dow' | 'hour', aggregation = 'count()'): readonly string[] => {
  const patterns = unit === 'dow' ? ['%A', '%a'] : ['%H'];
  const keys = [
    `extractTime($m.timestamp, '${unit}')`,
    ...patterns.map((pattern) => `formatTimestamp($m.timestamp, '${pattern}')`),
  ];
  return keys
    .map((key) => `${query} | groupby ${key} as part aggregate ${aggregation} as n | orderby n desc`)
    .flatMap((text) => [text, `${text} | limit 1`]);
};

export const anyFailure = (query: (told: Told, bad: string) => string): readonly string[] =>
  failures(query).flatMap(anyOf);
