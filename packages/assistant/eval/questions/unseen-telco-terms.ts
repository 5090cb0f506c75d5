import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the operator of a mobile network are written with. */
export const CODE: string = '$d.err_code';
export const LINE: string = '$d.msisdn';
export const AMOUNT: string = '$d.amount_eur';
export const WAIT: string = '$d.wait_s';
export const TARIFF: string = '$d.tariff';
export const HOST: string = "$d.tags['server.address']";
export const OPERATION: string = "$d.tags['db.operation.name']";
export const RPC: string = "$d.tags['rpc.service'] == 'hlr'";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const LAST_WEEK: string = "between @'2026-11-09' and @'2026-11-16'";
export const BOTH_WEEKS: string = "between @'2026-11-09' and @'now'";
export const MONDAY: string = "@'2026-11-16'";

const says = (words: string): string => `$d.msg == '${words}'`;
export const DOWN: string = says('cell down');
export const SMS_FAILED: string = says('sms failed');
export const SMS: string = `${S} == 'sms-gw'`;
export const REJECTED_ROAMER: string = says('attach rejected');
export const ISSUED: string = says('invoice issued');
export const TOPPED_UP: string = says('top-up ok');
export const TOPUP_FAILED: string = says('top-up failed');
export const USAGE: string = `${S} == 'mediation'`;
export const RATED: string = says('usage record rated');
export const USAGE_REJECTED: string = says('usage record rejected');
export const ANSWERED: string = says('call answered');
export const ABANDONED: string = says('call abandoned');
export const NOT_ACTIVATED: string = says('activation failed');
export const PORT_REJECTED: string = says('port rejected');
export const PORTED: string = says('port completed');
export const CALLS: string = `${S} == 'care-desk'`;

/** Records of logs within a time, or of all times. */
export const logs = (condition: string, time = ''): string =>
  `source logs${time === '' ? '' : ` ${time}`} | filter ${condition}`;

/** How many of something each of them has one of: records, or different ones. */
export const howMany = (query: string, key: string): readonly string[] => [
  `${query} | count`,
  `${query} | aggregate distinct_count(${key}) as n`,
];

/** Records, their number, or the different values of a key: "which" may be either. */
export const whichOf = (query: string, key: string): readonly string[] => [
  `${query} | filter ${key} != null | distinct ${key}`,
  `${query} | distinct ${key}`,
  query,
];

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly status: string;
  readonly path: string;
  readonly method: string;
  readonly partner: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took, and how many of its units a millisecond has. */
  readonly took: string;
  readonly perMs: number;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  status: '$d.http_status',
  path: '$d.path',
  method: '$d.method',
  partner: '$d.partner',
  code: CODE,
  trace: '$d.trace_id',
  took: '$d.took_ms',
  perMs: 1,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  method: "$d.tags['http.request.method']",
  partner: '$d.tags.partner',
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  perMs: 1000,
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** One of logs, one of all spans, and one of the spans of requests that were served. */
export const calls = (query: (told: Told, also: string) => string): readonly string[] => [
  query(LOGS, ''),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed: by severity, by a code of error, or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, OR_WORSE),
  query(LOGS, ERROR),
  query(LOGS, `${CODE} != null`),
  query(SPANS, BAD_SPAN),
];

/** The same of requests, which their status tells of too. */
export const requestFailures = (query: (told: Told, bad: string) => string): readonly string[] => [
  ...failures(query),
  query(LOGS, `${LOGS.status} >= 500`),
  query(LOGS, `${LOGS.status} >= 400`),
  query(SPANS, `${SPANS.status} >= 500`),
  query(SPANS, `${SPANS.status} >= 400`),
  query(SPANS, `${BAD_SPAN} && ${SERVER}`),
  query(SPANS, `${SPANS.code} != null`),
];

/** The first ones by a metric; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number, way = 'desc'): readonly string[] =>
  ['', ', key', ', key desc'].map(
    (then) =>
      `${source} | filter ${key} != null | groupby ${key} as key aggregate ${metric} as n | orderby n ${way}${then} | limit ${limit}`,
  );

/** The first alone, or all of them in order. */
export const foremost = (source: string, key: string, metric: string): readonly string[] => [
  ...leading(source, key, metric, 1),
  `${source} | filter ${key} != null | groupby ${key} as key aggregate ${metric} as n | orderby n desc`,
];
