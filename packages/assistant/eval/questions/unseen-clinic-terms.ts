import { BAD_SPAN, ERROR, S, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the clinics are written with. */
export const TENANT: string = '$d.tenant';
export const PATIENT: string = '$d.patientId';
export const ELAPSED: string = '$d.elapsed_ms';
export const AMOUNT: string = '$d.amount_eur';
export const METHOD: string = '$d.payment_method';
export const INSURER: string = '$d.insurer';
export const JOB: string = '$d.job_name';
export const TYPE: string = '$d.messageType';
export const BYTES: string = '$d.message_bytes';
export const DEPTH: string = '$d.queue_depth:number';
export const ANALYZER: string = '$d.analyzer';
export const CODE: string = "$d['http.response.status_code']";
export const EXCEPTION: string = "$d['exception.type']";
export const ENVIRONMENT: string = "$d['deployment.environment.name']";
export const SPAN_VERSION: string = "$d.process.tags['service.version']";
export const DESTINATION: string = "$d.tags['messaging.destination.name']";
export const DATABASE: string = "$d.tags['db.system.name']";
export const STATEMENT: string = "$d.tags['db.operation.name']";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly tenant: string;
  readonly environment: string;
  readonly pod: string;
  readonly path: string;
  readonly code: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  tenant: TENANT,
  environment: ENVIRONMENT,
  pod: "$d['k8s.pod.name']",
  path: "$d['url.path']",
  code: CODE,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  tenant: '$d.tags.tenant',
  environment: "$d.process.tags['deployment.environment.name']",
  pod: "$d.process.tags['k8s.pod.name']",
  path: "$d.tags['http.route']",
  code: "$d.tags['http.response.status_code']:number",
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** So many days to now, or whole ones, with or without the one that has begun. */
export const lastDays = (days: number): readonly string[] => [
  `last ${days}d`,
  `between @'now' / 1d - ${days}d and @'now'`,
  `between @'now' / 1d - ${days - 1}d and @'now'`,
];

/** "The last week" is seven days too, or the one that ended on Sunday. */
export const WEEKS: readonly string[] = [...lastDays(7), "between @'2026-11-09' and @'2026-11-16'"];
