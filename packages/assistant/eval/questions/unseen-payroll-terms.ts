import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about payroll are written with. */
export const EMPLOYER: string = '$d.employerId';
export const EMPLOYEE: string = '$d.employeeId';
export const CODE: string = '$d.errorCode';
export const TOOK: string = '$d.durationMs';
export const DATABASE: string = "$d.tags['db.system.name']";
export const TABLE: string = "$d.tags['db.collection.name']";
export const QUEUE: string = "$d.tags['messaging.destination.name']";
export const TRACE: string = 'a94d0c6be1f2473e8d5570f3c92b16e8';
export const OTHER_TRACE: string = '17f5b3e92c8d4a06b7e1d84f60a3c52d';
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.message ~ '${words}'`;
export const LOGIN_FAILED: string = says('login failed');
export const of = (name: string): string => `${S} == '${name}'`;

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly country: string;
  readonly version: string;
  readonly status: string;
  readonly path: string;
  readonly employee: string;
  readonly employer: string;
  readonly code: string;
  readonly trace: string;
  /** How long it took, and a thousandth of a second of it. */
  readonly took: string;
  readonly milli: number;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  country: '$d.country',
  version: '$d.appVersion',
  status: '$d.httpStatus',
  path: '$d.httpRoute',
  employee: EMPLOYEE,
  employer: EMPLOYER,
  code: CODE,
  trace: '$d.traceId',
  took: TOOK,
  milli: 1,
  isRequest: '$d.httpStatus != null',
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  country: "$d.tags['employer.country']",
  version: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  employee: "$d.tags['employee.id']",
  employer: "$d.tags['employer.id']",
  code: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  milli: 1000,
  isRequest: SERVER,
};

/** Spans of requests that were served and of messages that were handled. */
export const HANDLED: string = `(${SERVER} || $m.kind == 'CONSUMER')`;

type Built = string | readonly string[];
const bare = (text: string): string => text.replace(/ && true| \| filter true(?= \||$)|true && /g, '');
const flat = (all: readonly Built[]): readonly string[] => all.flat().map(bare);

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => Built): readonly string[] => flat([query(LOGS), query(SPANS)]);

/** Of work that was done: logs, all spans, those of requests that were served or of messages that were handled. */
export const calls = (query: (told: Told, also: string) => Built): readonly string[] =>
  flat([query(LOGS, 'true'), query(SPANS, 'true'), query(SPANS, HANDLED), query(SPANS, "$d.parentId == ''")]);

/** The same of how long it took; of spans in their own unit or in milliseconds. */
export const timed = (query: (told: Told, took: string, also: string) => Built): readonly string[] => [
  ...calls((told, also) => query(told, told.took, also)),
  ...flat([query(SPANS, '$m.duration / 1000', 'true'), query(SPANS, '$m.duration / 1000', HANDLED)]),
];

/** What failed, by the severity of logs, which the code of an error goes with, or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => Built): readonly string[] =>
  flat([query(LOGS, ERROR), query(LOGS, OR_WORSE), query(SPANS, BAD_SPAN), query(SPANS, `${BAD_SPAN} && ${HANDLED}`)]);

const BAD_LOGS = [ERROR, OR_WORSE, `${LOGS.status} >= 500`, `${LOGS.status} >= 400`];

/** The same for shares, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => Built): readonly string[] =>
  flat([
    ...BAD_LOGS.map((bad) => query(LOGS, 'true', bad)),
    ...BAD_LOGS.map((bad) => query(LOGS, LOGS.isRequest, bad)),
    query(SPANS, 'true', BAD_SPAN),
    query(SPANS, SERVER, BAD_SPAN),
    query(SPANS, HANDLED, BAD_SPAN),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
    query(SPANS, 'true', `${SPANS.status} >= 500`),
  ]);

/** How many there are: records, or things by their ids, told apart. */
export const things = (query: string, id: string): readonly string[] => [
  `${query} | count`,
  `${query} | aggregate distinct_count(${id}) as n`,
];
