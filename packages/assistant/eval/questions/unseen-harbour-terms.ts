import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the ports and ferries are written with. */
export const TERMINAL: string = '$d.terminal';
export const CUSTOMER: string = '$d.customer_id';
export const HAULIER: string = '$d.truck.haulier';
export const FERRY: string = '$d.booking.route';
export const AMOUNT: string = '$d.amount_eur';
export const CODE: string = '$d.error.code';
export const TOOK: string = '$d.elapsed_ms';
export const STATUS: string = '$d.http.status';
export const DATABASE: string = "$d.tags['db.system.name']";
export const TABLE: string = "$d.tags['db.collection.name']";
export const QUEUE: string = "$d.tags['messaging.destination.name']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const TRACE: string = '9b4f20c6d8e14a73b05f6e2dd7193ac8';

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.msg ~ '${words}'`;
export const CONFIRMED: string = says('booking confirmed');
export const CANCELLED: string = says('booking cancelled');
export const DECLINED: string = says('payment declined');
export const DISCHARGED: string = says('container discharged');
export const ARRIVED: string = says('truck arrived');
export const TURNED_AWAY: string = says('truck turned away');

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly terminal: string;
  readonly version: string;
  readonly status: string;
  readonly route: string;
  readonly customer: string;
  readonly haulier: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took, and a number of milliseconds of it. */
  readonly took: string;
  readonly ms: (count: number) => number;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  terminal: TERMINAL,
  version: '$d.release',
  status: STATUS,
  route: '$d.http.route',
  customer: CUSTOMER,
  haulier: HAULIER,
  code: CODE,
  trace: '$d.trace_id',
  took: TOOK,
  ms: (count) => count,
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  terminal: "$d.tags['port.terminal']",
  version: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  customer: "$d.tags['customer.id']",
  haulier: "$d.tags['truck.haulier']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  ms: (count) => count * 1000,
};

type Built = string | readonly string[];
const flat = (all: readonly Built[]): readonly string[] =>
  all.flat().map((text) => text.replace(/ && true| \| filter true(?= \||$)/g, ''));

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => Built): readonly string[] => flat([query(LOGS), query(SPANS)]);

/** One of logs, one of all spans, and one of the spans of requests that were served. */
export const calls = (query: (told: Told, also: string) => Built): readonly string[] =>
  flat([query(LOGS, 'true'), query(SPANS, 'true'), query(SPANS, SERVER), query(LOGS, `${STATUS} != null`)]);

/** What failed, by the severity of logs (those of an error or worse have its code) or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => Built): readonly string[] =>
  flat([query(LOGS, ERROR), query(LOGS, OR_WORSE), query(SPANS, BAD_SPAN), query(SPANS, `${BAD_SPAN} && ${SERVER}`)]);

const BAD_LOGS = [ERROR, OR_WORSE, `${STATUS} >= 500`, `${STATUS} >= 400`];

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => Built): readonly string[] =>
  flat([
    ...BAD_LOGS.map((bad) => query(LOGS, 'true', bad)),
    query(LOGS, `${STATUS} != null`, `${STATUS} >= 500`),
    query(SPANS, 'true', BAD_SPAN),
    query(SPANS, SERVER, BAD_SPAN),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
  ]);

/** How many of each group hold: without the groups that have none, or with them. */
export const heldIn = (source: string, condition: string, key: string): readonly string[] => [
  `${source} | filter ${condition} | groupby ${key} as key aggregate count() as n`,
  `${source} | filter ${condition} && ${key} != null | groupby ${key} as key aggregate count() as n`,
  `${source} | groupby ${key} as key aggregate count_if(${condition}) as n`,
];

/** The groups that have more of something than so many. */
export const above = (query: string, key: string, metric: string, limit: number): string =>
  `${query} | groupby ${key} as key aggregate ${metric} as n | filter n > ${limit} && key != null | choose key`;

/** The largest of each group by a metric of a second key. */
export const firstOfEach = (query: string, group: string, key: string, metric: string): string =>
  `${query} | groupby ${group} as part, ${key} as key aggregate ${metric} as n | dedupeby part keep 1 orderby n desc | choose part, key`;

/** Records of a trace that another query gives. */
export const ofTraces = (key: string, traces: string): string => `${key}.inArray((| ${traces} |))`;

/** When the last or the first one was: its time, or the record itself. */
export const moment = (query: string, end: 'max' | 'min'): readonly string[] => [
  `${query} | aggregate ${end}($m.timestamp) as t`,
  `${query} | orderby $m.timestamp ${end === 'max' ? 'desc' : 'asc'} | limit 1`,
];

/** Each group's part of all, as a fraction. */
export const parts = (query: string, key: string): string =>
  `${query} | groupby ${key} as key aggregate count() as n | join cross (${query} | count into total) into t | choose key, n / t.total as share`;
