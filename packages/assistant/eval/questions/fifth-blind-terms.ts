import {
  BAD_SPAN,
  FLEET_STATUS,
  LOG_METHOD,
  LOG_ROUTE,
  LOG_STATUS,
  OWN_METHOD,
  OWN_STATUS,
  ROUTE,
} from './blind-terms.ts';
import { OR_WORSE, STATUS } from './later-terms.ts';

/** Pieces that the expected queries of the fifth blind questions are written with, beside those of the ones before. */
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const SINCE_TUESDAY: string = "between @'2026-11-17' and @'now'";
export const INTENT: string = "$d.tags['nlq.intent']";

/** A request as one kind of record tells of it. */
export interface Recorded {
  readonly from: (time: string) => string;
  readonly service: string;
  readonly route: string;
  readonly status: string;
  readonly method: string;
  readonly user: string;
  readonly region: string;
  readonly took: string;
  /** Conditions that a failed request may be told by, the usual one first. */
  readonly failed: readonly string[];
}

const stages = (source: string, time: string, kind: string): string =>
  `source ${source} ${time}`.trim() + (kind === '' ? '' : ` | filter $m.kind == '${kind}'`);

const OWN_LOGS: Recorded = {
  from: (time) => stages('logs', time, ''),
  service: '$l.subsystemname',
  route: LOG_ROUTE,
  status: LOG_STATUS,
  method: LOG_METHOD,
  user: '',
  region: '',
  took: '',
  failed: ['$m.severity == ERROR', `${LOG_STATUS} >= 500`, `${LOG_STATUS} >= 400`],
};

const spansOf = (kind: string, tags: Partial<Recorded> & Pick<Recorded, 'status' | 'method'>): Recorded => ({
  from: (time) => stages('spans', time, kind),
  service: '$l.serviceName',
  route: ROUTE,
  user: "$d.tags['user.id']",
  region: '$d.tags.region',
  took: '$m.duration',
  failed: [BAD_SPAN, `${tags.status} >= 500`, `${tags.status} >= 400`],
  ...tags,
});

const FLEET_LOGS: Recorded = {
  from: (time) => stages('logs', time, ''),
  service: '$l.subsystemname',
  route: '$d.http.route',
  status: STATUS,
  method: '$d.http.method',
  user: '$d.user_id',
  region: '$d.region',
  took: '$d.latency_ms',
  failed: ['$m.severity == ERROR', OR_WORSE, `${STATUS} >= 400`],
};

const OWN_TAGS = { status: OWN_STATUS, method: OWN_METHOD };
const FLEET_TAGS = { status: FLEET_STATUS, method: "$d.tags['http.method']" };

/** Spans of any kind, or one for each request that was served. */
const KINDS = ['', 'SERVER'] as const;

export const OWN_SPANS: readonly Recorded[] = KINDS.map((kind) => spansOf(kind, OWN_TAGS));
const FLEET_SPANS: readonly Recorded[] = KINDS.map((kind) => spansOf(kind, FLEET_TAGS));

/** Requests are told of by logs and by spans alike; which of them was meant is often left open. */
export const OWN_REQUESTS: readonly Recorded[] = [OWN_LOGS, ...OWN_SPANS];
export const FLEET_REQUESTS: readonly Recorded[] = [FLEET_LOGS, ...FLEET_SPANS];

/** One query for each kind of record. */
export const asTold = (by: readonly Recorded[], query: (record: Recorded) => string): readonly string[] =>
  by.map(query);

/** One query for each kind of record and each way to tell a failed request. */
export const asFailed = (
  by: readonly Recorded[],
  query: (record: Recorded, failed: string) => string,
): readonly string[] => by.flatMap((record) => record.failed.map((failed) => query(record, failed)));

/** The hours that "this morning" may begin with; it ends at noon. */
export const mornings = (query: (time: string) => string): readonly string[] =>
  ['06:00', '00:00', '05:00'].map((from) => query(`between @'2026-11-20T${from}:00Z' and @'2026-11-20T12:00:00Z'`));
