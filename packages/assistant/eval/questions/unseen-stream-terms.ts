import { BAD_SPAN, ERROR, S, SERVER, SVC } from './blind-terms.ts';
import { errors, OR_WORSE } from './later-terms.ts';

/** Pieces that the expected queries of questions about the company that streams films and sport are written with. */
export const VIEWER: string = '$d.viewerId';
export const COUNTRY: string = '$d.country';
export const PLAN: string = '$d.plan';
export const DEVICE: string = '$d.device.type';
export const PLAYER: string = '$d.player.version';
export const TITLE: string = '$d.title';
export const CODE: string = '$d.res.code';
export const PATH: string = '$d.req.path';
export const FAULT: string = '$d.fault.code';
export const SECONDS: string = '$d.durationSeconds';
export const JOB: string = '$d.jobId';
export const AMOUNT: string = '$d.payment.amountEur';
export const PAYS_BY: string = '$d.payment.method';
export const HIT: string = '$d.cacheHit == true';
export const VARIANT: string = "$d.tags['feature_flag.result.variant']";
export const FLAG: string = "$d.tags['feature_flag.key']";
export const DATABASE: string = "$d.tags['db.system.name']";
export const TOPIC: string = "$d.tags['messaging.destination.name']";
export const SPAN_TYPE: string = "$d.tags['error.type']";
export const TUESDAY: string = "between @'2026-11-17' and @'2026-11-18'";

export const event = (name: string): string => `$d.event == '${name}'`;
export const REJECTED: string = event('signin.rejected');
export const DECLINED: string = event('payment.declined');
export const STARTED: string = event('playback.started');
export const SUBSCRIBED: string = event('subscription.started');
export const CANCELLED: string = event('subscription.cancelled');

/** The number that stands in the texts, as `parts.n`. */
export const numberIn = (pattern: string): string => `extract $d.text into parts using regexp(/${pattern}/)`;
export const NUMBER: string = 'parts.n:number';

/** What a log or a span tells of the same thing. */
interface Told {
  readonly source: string;
  readonly service: string;
  readonly region: string;
  readonly stage: string;
  readonly node: string;
  readonly code: string;
  readonly path: string;
  readonly viewer: string;
  readonly country: string;
  readonly cdn: string;
  readonly player: string;
  readonly fault: string;
  readonly took: string;
}

const LOGS: Told = {
  source: 'source logs',
  service: S,
  region: '$d.region',
  stage: '$d.stage',
  node: '$d.node',
  code: CODE,
  path: PATH,
  viewer: VIEWER,
  country: COUNTRY,
  cdn: '$d.cdn',
  player: PLAYER,
  fault: FAULT,
  took: SECONDS,
};

const SPANS: Told = {
  source: 'source spans',
  service: SVC,
  region: "$d.process.tags['cloud.region']",
  stage: "$d.process.tags['deployment.environment.name']",
  node: "$d.process.tags['host.name']",
  code: "$d.tags['http.response.status_code']:number",
  path: "$d.tags['http.route']",
  viewer: "$d.tags['app.viewer.id']",
  country: "$d.tags['app.country']",
  cdn: "$d.tags['app.cdn']",
  player: "$d.tags['app.player.version']",
  fault: SPAN_TYPE,
  took: '$m.duration',
};

/** One query of spans and one of logs. */
export const either = (query: (told: Told) => string): readonly string[] => [query(LOGS), query(SPANS)];

/** The same, where spans may be only those of the requests that were served. */
export const served = (query: (told: Told) => string): readonly string[] => [
  ...either(query),
  query(SPANS).replace(/(?= \| )/, ` | filter ${SERVER}`),
];

/** What failed, by the severity of logs or by the state of spans. */
export const failures = (query: (told: Told, bad: string) => string): readonly string[] => [
  query(LOGS, ERROR),
  query(LOGS, OR_WORSE),
  query(SPANS, BAD_SPAN),
];

/** The same for shares, where spans may be only those of the requests that were served. */
export const shares = (query: (told: Told, source: string, bad: string) => string): readonly string[] => [
  ...failures((told, bad) => query(told, told.source, bad)),
  query(SPANS, SPANS.source, BAD_SPAN).replace(/(?= \| )/, ` | filter ${SERVER}`),
];

/** How many failures each group has: without the groups that have none, or with them. */
export const failuresBy = (
  time: string,
  only: (told: Told) => string,
  key: (told: Told) => string,
): readonly string[] => [
  ...failures(
    (told, bad) => `${told.source} ${time} | filter ${bad}${only(told)} | groupby ${key(told)} aggregate count() as n`,
  ),
  ...failures(
    (told, bad) =>
      `${told.source} ${time} | filter true${only(told)} | groupby ${key(told)} aggregate count_if(${bad}) as n`,
  ),
];

/** How many records of each group hold: without the groups that have none, or with them. */
export const heldBy = (source: string, holds: string, key: string): readonly string[] => [
  `${source} | filter ${holds} | groupby ${key} aggregate count() as n`,
  `${source} | groupby ${key} aggregate count_if(${holds}) as n`,
];

/** What a viewer sees as a playback that failed: the event of that name, or any error of the service. */
export const failedPlaybacks = (query: (holds: string) => string): readonly string[] => [
  query(event('playback.failed')),
  ...errors((bad) => query(`${S} == 'playback-api' && ${bad}`)),
];

export const failedJobs = (query: (holds: string) => string): readonly string[] => [
  query(event('job.failed')),
  ...errors((bad) => query(`${S} == 'encoder-worker' && ${bad}`)),
];
