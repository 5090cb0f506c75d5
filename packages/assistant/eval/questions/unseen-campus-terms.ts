import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the campus are written with. */
export const EVENT: string = '$d.event';
export const STUDENT: string = '$d.student.id';
export const COURSE: string = '$d.course.slug';
export const SCHOOL: string = '$d.school.slug';
export const CODE: string = '$d.failure.code';
export const STALL: string = '$d.playback.stall_ms';
export const DEVICE: string = '$d.playback.device';
export const SCORE: string = '$d.exam.score';
export const LATE: string = '$d.assignment.late';
export const WAIT: string = '$d.grade.wait_minutes';
export const COUPON: string = '$d.order.coupon';
export const AMOUNT: string = '$d.order.amount';
export const PROVIDER: string = '$d.payment.provider';
export const DECLINE: string = '$d.payment.decline_reason';
export const REASON: string = '$d.proctor.reason';
export const TEMPLATE: string = '$d.mail.template';
export const IP: string = '$d.client.ip';
export const DATABASE: string = "$d.tags['db.system.name']";
export const LAST_WEEK: string = "between @'2026-11-09' and @'2026-11-16'";
export const TRACE: string = '7c1e5d0a9b3f42868ad1c0ffee200601';

/** Records of the event of a name. */
export const did = (event: string): string => `${EVENT} == '${event}'`;
export const says = (words: string): string => `$d.event_text ~ '${words}'`;

/** A payment that did not go through: one that went wrong, or one that the bank refused too. */
export const NOT_PAID: readonly string[] = [
  did('payment.failed'),
  `(${did('payment.failed')} || ${did('payment.declined')})`,
  `${S} == 'payment-bridge' && ${ERROR}`,
  `${S} == 'payment-bridge' && ${CODE} != null`,
];

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
  readonly release: string;
  readonly status: string;
  readonly route: string;
  readonly school: string;
  readonly code: string;
  readonly took: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: '$d.region',
  release: '$d.release',
  status: '$d.request.status_code',
  route: '$d.request.route',
  school: SCHOOL,
  code: CODE,
  took: '$d.request.took_ms',
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: "$d.process.tags['cloud.region']",
  release: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  school: "$d.tags['school.slug']",
  code: "$d.tags['error.type']",
  took: '$m.duration',
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** What failed, by the severity or the code of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, OR_WORSE),
  query(LOGS, ERROR),
  query(LOGS, `${CODE} != null`),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, where spans may be only those of requests. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] => [
  ...failures((told, bad) => query(told, '', bad)),
  query(SPANS, ` && ${SERVER}`, BAD_SPAN),
];

/** Each of several conditions in the same query. */
export const withEach = (conditions: readonly string[], query: (condition: string) => string): readonly string[] =>
  conditions.map(query);

/** So many students, or so many times. */
export const heads = (source: string): readonly string[] => [
  `${source} | aggregate distinct_count(${STUDENT}) as n`,
  `${source} | count`,
];

/** A superlative by groups: the first few, or all in order. */
export const best = (query: string, order: string, limit = 1): readonly string[] => [
  `${query} | orderby ${order} | limit ${limit}`,
  `${query} | orderby ${order}`,
  query,
];
