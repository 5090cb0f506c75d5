import { BAD_SPAN, most, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { first } from './final-terms.ts';
import { which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { COLLECTION, calls, either, IS_DATABASE, KIND, LOGS, TEXT, TOOK, withValue } from './unseen-newsroom-terms.ts';

const news = asks('newsroom');
const OTHER_TRACE = '91c3f0a2d76e4b58a0f2c6d3e8b74195';
const PROFILE = '$d.video.profile';
const SECONDS = '$d.video.seconds';
const SLOW_IMAGES =
  "source spans | filter $l.serviceName == 'image-processor' && $m.duration > 4000000 | groupby $d.traceID as trace_id aggregate count() as spans";
const ARTICLE = "$l.operationName == 'GET /article/{slug}'";
const childrenOf = (bad: string, parents: string): string =>
  `source spans${bad} | join inner (source spans | filter ${parents} | choose $d.spanID as id) on left=>$d.parentId == right=>id into parent`;
const OVERFLOW = `${KIND} == 'thumbnail_overflow'`;
const RETRIES = 'extract $d.text into parts using regexp(/after (?<n>\\d+) retries/)';

/** By a developer who is new to it. */
export const UNSEEN_NEWSROOM_DEVELOPER: readonly EvalQuestion[] = [
  news(
    'easy',
    'distinct',
    'What span operations does the article-api have?',
    ...which(`source spans | filter ${SVC} == 'article-api'`, '$l.operationName'),
  ),
  news(
    'easy',
    'group',
    'How many spans does each service produce?',
    `source spans | groupby ${SVC} aggregate count() as n`,
  ),
  news(
    'medium',
    'list',
    'Show me the root spans of cms that took more than 1 second',
    `source spans | filter ${SVC} == 'cms' && $d.parentId == '' && $m.duration > 1000000`,
  ),
  news(
    'medium',
    'link',
    'Which services call site-search?',
    ...which("source spans | filter $d.tags['peer.service'] == 'site-search'", SVC),
    `source spans | filter ${SVC} == 'site-search' | join inner (source spans | choose $d.spanID as id, ${SVC} as caller) on left=>$d.parentId == right=>id into parent | distinct parent.caller`,
    `source spans | filter ${SVC} == 'site-search' | join inner (source spans | choose $d.spanID as id, ${SVC} as caller) on left=>$d.parentId == right=>id into parent | filter parent.caller != 'site-search' | distinct parent.caller`,
  ),
  news(
    'hard',
    'top',
    'What is the slowest database statement, on average, per collection?',
    `source spans | filter ${IS_DATABASE} | groupby ${COLLECTION} as c, $l.operationName as op aggregate avg($m.duration) as mean | dedupeby c keep 1 orderby mean desc`,
    `source spans | filter ${IS_DATABASE} | groupby ${COLLECTION} as c, $d.tags['db.operation.name'] as op aggregate avg($m.duration) as mean | dedupeby c keep 1 orderby mean desc`,
    `source spans | groupby ${COLLECTION}, $d.tags['db.operation.name'] aggregate avg($m.duration) as mean`,
    ...most(`source spans | filter ${IS_DATABASE} | groupby ${COLLECTION} aggregate avg($m.duration) as mean`, 'mean'),
  ),
  news(
    'medium',
    'statistic',
    'median and 99th percentile duration of POST /checkout',
    ...[
      ['source spans', "$l.operationName == 'POST /checkout'", '$m.duration'],
      ['source logs', "$d.req.verb == 'POST' && $d.req.path == '/checkout'", TOOK],
    ].map(
      ([source, holds, took]) =>
        `${source} | filter ${holds} | aggregate percentile(0.5, ${took}) as median, percentile(0.99, ${took}) as p`,
    ),
  ),
  news(
    'medium',
    'series',
    'How many database calls does paywall make per minute in the last hour?',
    `source spans last 1h | filter ${SVC} == 'paywall' && ${IS_DATABASE} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
  ),
  news(
    'easy',
    'trace',
    'Which services took part in trace 91c3f0a2d76e4b58a0f2c6d3e8b74195?',
    ...either((told) => `${told.source} | filter ${told.trace} == '${OTHER_TRACE}'#${told.service}`).flatMap((text) =>
      withValue(...(text.split('#') as [string, string])),
    ),
  ),
  news(
    'hard',
    'link',
    'Log lines belonging to traces where a span of image-processor took over 4 seconds',
    `source logs | join inner (${SLOW_IMAGES}) using trace_id into s`,
  ),
  news(
    'easy',
    'sample',
    'Give me one sample log of each service',
    ...['', ' orderby $m.timestamp desc', ' orderby $m.timestamp'].map(
      (order) => `source logs | dedupeby ${LOGS.service} keep 1${order}`,
    ),
    `source logs | groupby ${LOGS.service} aggregate any_value(${TEXT}) as sample`,
  ),
  news(
    'medium',
    'sample',
    'Which fields of problem are there: list the distinct kinds with one example message each',
    ...[TEXT, '$d.problem.detail'].map(
      (text) => `source logs | filter ${KIND} != null | groupby ${KIND} aggregate any_value(${text}) as sample`,
    ),
    ...['', ' orderby $m.timestamp desc'].map(
      (order) => `source logs | filter ${KIND} != null | dedupeby ${KIND} keep 1${order}`,
    ),
  ),
  news(
    'medium',
    'having',
    'Average processing time per image preset, only presets above 800 ms',
    `source logs | groupby $d.image.preset aggregate avg(${TOOK}) as mean | filter mean > 800`,
  ),
  news(
    'hard',
    'buckets',
    'Bucket the article-api response times into under 100 ms, 100 to 500 ms and above',
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'article-api'${also} | groupby case { ${told.took} < 100${told.unit} -> 'a', ${told.took} <= 500${told.unit} -> 'b', _ -> 'c' } as bucket aggregate count() as n`,
    ),
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.service} == 'article-api'${also} | groupby case { ${told.took} < 100${told.unit} -> 'a', ${told.took} < 500${told.unit} -> 'b', _ -> 'c' } as bucket aggregate count() as n`,
    ),
  ),
  news(
    'medium',
    'conditional',
    'For every service, the number of failed spans and of all spans',
    `source spans | groupby ${SVC} aggregate count_if(${BAD_SPAN}) as failed, count() as n`,
  ),
  news(
    'medium',
    'statistic',
    'Standard deviation and max of took_ms by image format',
    ...['stddev', 'sample_stddev'].map(
      (call) => `source logs | groupby $d.image.format aggregate ${call}(${TOOK}) as deviation, max(${TOOK}) as most`,
    ),
  ),
  news(
    'hard',
    'statistic',
    'How many hours of video did we encode per profile this week?',
    ...["$d.text ~ 'video encoded'", `${PROFILE} != null`, '$m.severity < ERROR'].map(
      (holds) =>
        `source logs ${THIS_WEEK} | filter ${holds} && ${PROFILE} != null | groupby ${PROFILE} aggregate sum(${SECONDS}) / 3600 as hours`,
    ),
  ),
  news(
    'medium',
    'when',
    'Which release first logged a thumbnail_overflow?',
    ...either(
      (told) => `${told.source} | filter ${told.kind} == 'thumbnail_overflow' | orderby $m.timestamp asc | limit 1`,
    ),
    ...first(
      `source logs | filter ${OVERFLOW} | groupby ${LOGS.release} aggregate min($m.timestamp) as first | orderby first asc`,
    ),
    `source logs | filter ${OVERFLOW} | orderby $m.timestamp asc | limit 1 | choose $d.release`,
  ),
  news(
    'medium',
    'top',
    'The slowest span of each service today',
    `source spans ${TODAY} | dedupeby ${SVC} keep 1 orderby $m.duration desc`,
    `source spans ${TODAY} | groupby ${SVC} aggregate max($m.duration) as slowest`,
  ),
  news(
    'hard',
    'number',
    'Pull the number of retries out of the gateway messages ("after N retries") and give me the average',
    `source logs | ${RETRIES} | aggregate avg(parts.n:number) as mean`,
  ),
  news(
    'hard',
    'link',
    'Child spans of the span GET /article/{slug} that failed',
    childrenOf(` | filter ${BAD_SPAN}`, ARTICLE),
    childrenOf('', `${ARTICLE} && ${BAD_SPAN}`),
  ),
];
