import { BAD_SPAN, DAY, ERROR, S, SERVER, SVC, TWO_DAYS } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the maker of machine parts are written with. */
export const MACHINE: string = '$d.Machine.Id';
export const KIND: string = '$d.Machine.Kind';
export const CYCLE: string = '$d.Machine.CycleSeconds';
export const STOPPED_MINUTES: string = '$d.Downtime.Minutes';
export const PIECES: string = '$d.Scrap.Pieces';
export const SCRAP_REASON: string = '$d.Scrap.Reason';
export const RESULT: string = '$d.Inspection.Result';
export const DEVIATION: string = '$d.Inspection.DeviationMicrons';
export const GAUGE: string = '$d.Inspection.Gauge';
export const PART: string = '$d.Order.Part';
export const PLANT: string = '$d.Plant';
export const TABLE: string = "$d.tags['db.collection.name']";
export const IS_DATABASE: string = "$d.tags['db.system.name'] != null";
export const HOST: string = "$d.tags['server.address']";
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";
export const THURSDAY: string = "between @'2026-11-19' and @'2026-11-20'";
export const TRACE: string = '9c2e41f7a0b84d56b3d8e1700fa65c12';

/** Records whose message has the words, one after the other. */
export const says = (words: string): string => `$d.RenderedMessage ~ '${words}'`;
export const STOPPED: string = says('machine stopped');
export const COMPLETED: string = says('work order completed');
export const SCRAPPED: string = says('scrap reported');
export const REJECTED: string = says('badge rejected');
export const OPENED: string = says('nonconformance opened');
export const INSPECTED: string = `${RESULT} != null`;
export const FAILED: string = `${RESULT} == 'fail'`;

/** What a log or a span tells of the same thing. */
export interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly plant: string;
  readonly release: string;
  readonly status: string;
  readonly route: string;
  readonly badge: string;
  readonly machine: string;
  readonly type: string;
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
  plant: PLANT,
  release: '$d.Release',
  status: '$d.Request.Status',
  route: '$d.Request.Path',
  badge: '$d.Badge',
  machine: MACHINE,
  type: '$d.Exception.Type',
  trace: '$d.TraceId',
  took: '$d.ElapsedMs',
  second: 1000,
  isRequest: '$d.Request.Status != null',
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  plant: "$d.tags['plant.name']",
  release: "$d.process.tags['service.version']",
  status: "$d.tags['http.response.status_code']:number",
  route: "$d.tags['http.route']",
  badge: "$d.tags['operator.badge']",
  machine: "$d.tags['machine.id']",
  type: "$d.tags['error.type']",
  trace: '$d.traceID',
  took: '$m.duration',
  second: 1_000_000,
  isRequest: SERVER,
};

/** One query of logs and one of spans. */
export const either = <T>(query: (told: Told) => T): readonly T[] => [query(LOGS), query(SPANS)];

/** One of logs, one of all spans, and one of the spans of requests that were served; each has `also` of its own. */
export const calls = <T>(query: (told: Told, also: string) => T): readonly T[] => [
  query(LOGS, ''),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = <T>(query: (told: Told, bad: string) => T): readonly T[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, of all or of requests, where a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, OR_WORSE),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 500`),
    query(LOGS, LOGS.isRequest, `${LOGS.status} >= 400`),
    query(LOGS, 'true', `${LOGS.status} >= 500`),
    query(SPANS, SERVER, `${SPANS.status} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** How many of each group hold: without the groups that have none, or with them. */
export const heldIn = (source: string, condition: string, key: string): readonly string[] => [
  `${source} | filter ${condition} | groupby ${key} aggregate count() as n`,
  `${source} | groupby ${key} aggregate count_if(${condition}) as n`,
];

/** How many failures there are of each group. */
export const failuresBy = (time: string, key: (told: Told) => string): readonly string[] =>
  failures((told, bad) => heldIn(`${told.source} ${time}`, bad, key(told))).flat();

/** How many work orders: records, or different numbers. */
export const orders = (query: (count: string) => string): readonly string[] => [
  query('count()'),
  query('distinct_count($d.Order.Number)'),
];

const EARLIER = `$m.timestamp < ${DAY}`;

/** Today beside yesterday up to the same time of day, as rows or as columns. */
export const sameHours = (source: string, condition: string): readonly string[] => {
  const both = `${source} ${TWO_DAYS} | filter ${condition} && ($m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d)`;
  return [
    `${both} | groupby if(${EARLIER}, 'a', 'b') as day aggregate count() as n`,
    `${both} | aggregate count_if(!(${EARLIER})) as today, count_if(${EARLIER}) as before`,
  ];
};

/** A statistic before and after a moment of a source, as columns or as rows. */
export const around = (source: string, moment: string, metric: (only: string) => string): readonly string[] => {
  const later = `$m.timestamp >= @'${moment}'`;
  return [
    `${source} | groupby if(${later}, 'a', 'b') as side aggregate ${metric('true')} as m`,
    `${source} | aggregate ${metric(`!(${later})`)} as before, ${metric(later)} as later`,
  ];
};
