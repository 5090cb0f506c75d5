import { BAD_SPAN, S, SERVER, SVC, TODAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  DATABASE,
  DESTINATION,
  either,
  failures,
  LOGS,
  SEARCH_TRACE,
  SPANS,
  STATUS,
  says,
  TOOK,
  UPLOAD_TRACE,
  withValue,
} from './unseen-gallery-terms.ts';

const gallery = asks('gallery');
const JOBS = `source logs | filter ${S} == 'thumbnailer'`;
const RELEASE = "@'2026-11-18T10:00:00Z'";
const PARENTS = `source spans | join inner (source spans | choose $d.spanID as id, ${SVC} as caller) on left=>$d.parentId == right=>id into above`;
const CALLS = `groupby above.caller, ${SVC} aggregate count() as n`;
const BROKEN = `source spans | filter ${SVC} == 'upload-api' && ${BAD_SPAN} | distinct $d.traceID`;
const SENT = ["$m.kind == 'PRODUCER'", "$d.tags['messaging.operation.type'] == 'send'"] as const;

/** A number of failures in each length of time, and the length with the most. */
const spikes = (from: string): readonly string[] =>
  ['1m', '5m', '10m', '15m', '30m', '1h', '1d'].flatMap((length) => {
    const series = `${from} | groupby roundTime($m.timestamp, ${length}) as t aggregate count() as n`;
    return [series, `${series} | orderby n desc | limit 1`];
  });

/** By a developer in the second week. */
export const UNSEEN_GALLERY_NEWCOMER: readonly EvalQuestion[] = [
  gallery(
    'easy',
    'distinct',
    'which services are there?',
    ...withValue('source logs', S),
    ...withValue('source spans', SVC),
  ),
  gallery('easy', 'list', 'show me the spans of thumbnailer', `source spans | filter ${SVC} == 'thumbnailer'`),
  gallery(
    'easy',
    'sample',
    'give me one example log of each service',
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
    `source logs | dedupeby ${S}`,
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp`,
  ),
  gallery(
    'easy',
    'distinct',
    'what http_status values does album-service return?',
    ...withValue(`source logs | filter ${S} == 'album-service'`, STATUS),
  ),
  gallery(
    'easy',
    'count',
    'how many spans have error.type HEIC_DECODE',
    "source spans | filter $d.tags['error.type'] == 'HEIC_DECODE' | count",
  ),
  gallery(
    'easy',
    'statistic',
    'what is the longest job_ms of thumbnailer?',
    `${JOBS} | aggregate max($d.job_ms) as longest`,
    `${JOBS} | orderby $d.job_ms desc | limit 1`,
  ),
  gallery('easy', 'distinct', 'which databases do we talk to?', ...withValue('source spans', DATABASE)),
  gallery(
    'medium',
    'list',
    'root spans of mobile-gateway that took more than 1 second today',
    `source spans ${TODAY} | filter ${SVC} == 'mobile-gateway' && $d.parentId == '' && $m.duration > 1000000`,
  ),
  gallery(
    'medium',
    'statistic',
    'how many database calls does each service make and how long do they take on average?',
    `source spans | filter ${DATABASE} != null | groupby ${SVC} aggregate count() as n, avg($m.duration) as mean`,
  ),
  gallery(
    'medium',
    'trace',
    `which services took part in trace ${UPLOAD_TRACE}?`,
    ...withValue(`source spans | filter $d.traceID == '${UPLOAD_TRACE}'`, SVC),
    ...withValue(`source logs | filter $d.trace_id == '${UPLOAD_TRACE}'`, S),
  ),
  gallery(
    'medium',
    'trace',
    `what was the slowest span in trace ${SEARCH_TRACE}?`,
    `source spans | filter $d.traceID == '${SEARCH_TRACE}' | orderby $m.duration desc | limit 1`,
  ),
  gallery(
    'medium',
    'group',
    'thumbnail jobs with more than 2 attempts, by size variant',
    `${JOBS} && $d.attempt > 2 | groupby $d.size_variant aggregate count() as n`,
  ),
  gallery(
    'medium',
    'number in text',
    'the messages say "rendered 3 variants in 340 ms", what is the average of that time?',
    `source logs | filter ${says('rendered')} | extract $d.message into parts using regexp(/variants in (?<n>[0-9]+) ms/) | aggregate avg(parts.n:number) as mean`,
  ),
  gallery(
    'medium',
    'latest',
    'what is the latest error of each service?',
    ...failures(
      (told, bad) => `${told.source} | filter ${bad} | dedupeby ${told.service} keep 1 orderby $m.timestamp desc`,
    ),
  ),
  gallery(
    'medium',
    'group',
    'which kafka topics do we publish to and how many messages go to each?',
    ...SENT.map((is) => `source spans | filter ${is} | groupby ${DESTINATION} as topic aggregate count() as n`),
  ),
  gallery(
    'hard',
    'calls',
    'which service calls which, and how often?',
    `${PARENTS} | filter above.caller != ${SVC} | ${CALLS}`,
    `${PARENTS} | ${CALLS}`,
  ),
  gallery(
    'hard',
    'cross',
    'in traces with a failed upload-api span, what did the other services log?',
    `source logs | filter ${S} != 'upload-api' && $d.trace_id.inArray((| ${BROKEN} |))`,
  ),
  gallery(
    'hard',
    'compare',
    'did upload-api get slower on average after 2026-11-18 10:00 than before?',
    ...calls((told, also) => `${told.source} | filter ${told.service} == 'upload-api'${also}`).flatMap((from) =>
      periods(
        from,
        RELEASE,
        statisticOf(from.startsWith(LOGS.source) ? TOOK : SPANS.took, (field) => `avg(${field})`),
      ),
    ),
  ),
  gallery(
    'hard',
    'having',
    'endpoints whose p90 latency is above 600 ms, only counting endpoints with at least 50 requests',
    ...either((told) => {
      const limit = told === LOGS ? '600' : '600000';
      return `${told.source} | filter ${told.path} != null && ${told === LOGS ? told.isRequest : SERVER} | groupby ${told.path} as path aggregate percentile(0.9, ${told.took}) as p, count() as n | filter p > ${limit} && n >= 50 | choose path`;
    }),
  ),
  gallery(
    'hard',
    'spike',
    'was there a spike in media-cdn errors, and when?',
    ...failures((told, bad) => `${told.source} | filter ${told.service} == 'media-cdn' && ${bad}`).flatMap(spikes),
  ),
];
