import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the publisher are written with. */
export const TEXT: string = '$d.text';
export const READER: string = '$d.reader.id';
export const COUNTRY: string = '$d.reader.country';
export const SECTION: string = '$d.story.section';
export const SLUG: string = '$d.story.slug';
export const TOOK: string = '$d.took_ms';
export const KIND: string = '$d.problem.kind';
export const CODE: string = '$d.req.code';
export const RELEASE: string = '$d.release';
export const DECISION: string = '$d.gate.decision';
export const VERDICT: string = '$d.comment.verdict';
export const OUTCOME: string = '$d.letter.outcome';
export const LETTER: string = '$d.letter.name';
export const ACTION: string = '$d.sub.action';
export const PRICE: string = '$d.ad.price_eur';
export const HITS: string = '$d.lookup.hits';
export const TERMS: string = '$d.lookup.terms';
export const COLLECTION: string = "$d.tags['db.collection.name']";
export const IS_DATABASE: string = "$d.tags['db.system.name'] != null";
export const VIEWED: string = "$d.text ~ 'article viewed'";
export const BLOCKED: string = `${DECISION} == 'blocked'`;
export const GATEWAY: string = 'card_gateway_timeout';
export const TRACE: string = '5e0d4c7b8a196f23d1e0b7a4c9852f61';
export const WEDNESDAY: string = "between @'2026-11-18' and @'2026-11-19'";

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly app: string;
  readonly reader: string;
  readonly plan: string;
  readonly country: string;
  readonly path: string;
  readonly code: string;
  readonly kind: string;
  readonly release: string;
  readonly trace: string;
  /** How long it took, and how many of its units a millisecond has. */
  readonly took: string;
  readonly unit: string;
  /** Those that are requests that were served. */
  readonly isRequest: string;
}

export const LOGS: Told = {
  source: 'source logs',
  service: S,
  app: '$l.applicationname',
  reader: READER,
  plan: '$d.reader.plan',
  country: COUNTRY,
  path: '$d.req.path',
  code: CODE,
  kind: KIND,
  release: RELEASE,
  trace: '$d.trace_id',
  took: TOOK,
  unit: '',
  isRequest: `${CODE} != null`,
};

export const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  app: '$l.applicationName',
  reader: "$d.tags['reader.id']",
  plan: "$d.tags['reader.plan']",
  country: "$d.tags['reader.country']",
  path: "$d.tags['http.route']",
  code: "$d.tags['http.response.status_code']:number",
  kind: "$d.tags['error.type']",
  release: "$d.process.tags['service.version']",
  trace: '$d.traceID',
  took: '$m.duration',
  unit: '000',
  isRequest: SERVER,
};

/** One query of logs and one of spans. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** One of logs, one of all spans, and one of the spans of requests that were served; each has `also` of its own. */
export const calls = (query: (told: Told, also: string) => string): readonly string[] => [
  query(LOGS, ''),
  query(SPANS, ''),
  query(SPANS, ` && ${SERVER}`),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** How many of each group hold: without the groups that have none, or with them. */
export const heldIn = (source: string, condition: string, key: string): readonly string[] => [
  `${source} | filter ${condition} | groupby ${key} aggregate count() as n`,
  `${source} | groupby ${key} aggregate count_if(${condition}) as n`,
];

/** How many failures there are of each group. */
export const failuresBy = (within: (told: Told) => string, key: (told: Told) => string): readonly string[] =>
  failures((told, bad) => `${told.source} ${within(told)}#${bad}#${key(told)}`).flatMap((text) => {
    const [source, bad, by] = text.split('#') as [string, string, string];
    return heldIn(source, bad, by);
  });

/** Shares of failures, where spans may be only those of requests, and a failure is also known by its status. */
export const rates = (query: (told: Told, also: string, bad: string) => string): readonly string[] =>
  [
    ...failures((told, bad) => query(told, 'true', bad)),
    query(SPANS, SERVER, BAD_SPAN),
    query(LOGS, LOGS.isRequest, `${CODE} >= 500`),
    query(LOGS, 'true', `${CODE} >= 500`),
  ].map((text) => text.replace(/ && true| \| filter true/, ''));

/** The first ones by `n`, of records that have the key or of all; of those that share a value any may stand last. */
export const leading = (source: string, key: string, metric: string, limit: number): readonly string[] =>
  [` | filter ${key} != null`, ''].flatMap((only) =>
    ['', ', key', ', key desc'].map(
      (then) =>
        `${source}${only} | groupby ${key} as key aggregate ${metric} as n | orderby n desc${then} | limit ${limit}`,
    ),
  );

/** Which values there are: a list, or each with the number of records; with or without those of nobody. */
export const withValue = (source: string, key: string): readonly string[] => [
  `${source} | distinct ${key}`,
  `${source} | filter ${key} != null | distinct ${key}`,
  `${source} | groupby ${key} aggregate count() as n`,
  `${source} | filter ${key} != null | groupby ${key} aggregate count() as n`,
];
