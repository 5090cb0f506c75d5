import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the deliveries of food are written with. */
export const ZONE: string = '$d.zone';
export const ORDER: string = '$d.orderId';
export const CUSTOMER: string = '$d.customerId';
export const RESTAURANT: string = '$d.restaurantId';
export const COURIER: string = '$d.courierId';
export const VEHICLE: string = '$d.vehicle';
export const TOOK: string = '$d.actualMinutes';
export const PROMISED: string = '$d.etaMinutes';
export const REPLY: string = '$d.firstReplySeconds';
export const REFUNDED: string = '$d.refundAmount';
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const DATABASE: string = "$d.tags['db.system.name']";
export const HOST: string = "$d.tags['server.address']";
export const LAST_WEEK: string = "between @'2026-11-09' and @'2026-11-16'";
export const TWO_WEEKS: string = "between @'2026-11-09' and @'now'";
export const MONDAY: string = "@'2026-11-16'";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";

export const says = (words: string): string => `$d.message ~ '${words}'`;

const logsWhere = (condition: string, time: string): string => `${`source logs ${time}`.trim()} | filter ${condition}`;

/** Logs whose message has the words, one after the other. */
export const told = (words: string, time = ''): string => logsWhere(says(words), time);
export const logsOf = (service: string, time = ''): string => logsWhere(`${S} == '${service}'`, time);
export const spansOf = (service: string, time = ''): string =>
  `${`source spans ${time}`.trim()} | filter ${SVC} == '${service}'`;

export const DELIVERED: string = 'delivery completed';
export const ASSIGNED: string = 'courier assigned';
export const NO_COURIER: string = 'no courier available';

/** Refunds that were paid, or all that their worker tells of. */
export const refunds = (query: (source: string) => string, time = ''): readonly string[] => [
  query(told('refund issued', time)),
  query(logsOf('refund-worker', time)),
  query(logsWhere(`${REFUNDED} != null`, time)),
];

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly status: string;
  readonly route: string;
  readonly version: string;
  readonly pod: string;
  readonly code: string;
  readonly trace: string;
  readonly took: string;
  readonly zone: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  status: '$d.status',
  route: '$d.route',
  version: '$d.version',
  pod: '$d.pod',
  code: '$d.errorCode',
  trace: '$d.traceId',
  took: '$d.latencyMs',
  zone: ZONE,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  version: "$d.process.tags['service.version']",
  pod: "$d.process.tags['host.name']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  zone: '$d.tags.zone',
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** What failed: by the severity or the code of logs, or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(LOGS, '$d.errorCode != null'),
  query(SPANS, BAD_SPAN),
];

/** The same, and the requests that were answered with a status of the server's fault. */
export const shares = (query: (told: Told, bad: string) => string): readonly string[] => [
  ...failures(query),
  query(LOGS, `${LOGS.status} >= 500`),
  query(SPANS, `${SPANS.status} >= 500`),
  query({ ...SPANS, source: 'source spans', service: `${SERVER} && ${SVC}` }, BAD_SPAN),
];

/** Groups in order; the best alone, the first ones, or all. */
export const ranked = (query: string, by = 'n', direction = 'desc'): readonly string[] =>
  ['', ' | limit 1', ' | limit 3', ' | limit 5', ' | limit 10'].map(
    (limit) => `${query} | orderby ${by} ${direction}${limit}`,
  );

/** Orders or other things of which both happened, by what they are told by. */
export const both = (source: string, key: string, one: string, other: string): string =>
  `${source} | filter ${key} != null | groupby ${key} as key aggregate count_if(${one}) as a, count_if(${other}) as b | filter a > 0 && b > 0 | choose key`;
