import { THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DESTINATION,
  ENVIRONMENT,
  lastDays,
  logsOf,
  MAP,
  MODE,
  message,
  msg,
  spansOf,
  WAIT,
} from './unseen-arena-terms.ts';

const arena = asks('arena');
const SINCE_THURSDAY = "between @'2026-11-19' and @'now'";
const SPAN_MODE = "$d.tags['match.mode']";
const SPAN_BYTES = '$d.tags.payload_bytes:number';
const SERVERS = logsOf('game-server');
const CONSUMED = `$m.kind == 'CONSUMER' && ${DESTINATION} == 'match.events'`;

/** By the developer of the matchmaker and of the game servers. */
export const UNSEEN_ARENA_MATCH: readonly EvalQuestion[] = [
  arena(
    'easy',
    'list',
    'Show me matchmaker logs with attempt above 3 from the last 2 hours',
    `${logsOf('matchmaker', 'last 2h')} && $d.attempt > 3`,
  ),
  arena(
    'easy',
    'count',
    'Count of NullReferenceException in game-server since Monday',
    `${logsOf('game-server', THIS_WEEK)} && $d.exception.type == 'NullReferenceException' | count`,
    `${spansOf('game-server', THIS_WEEK)} && $d.tags['error.type'] == 'NullReferenceException' | count`,
  ),
  arena(
    'easy',
    'statistic',
    'average wait per queue',
    `source logs | groupby $d.queueName as queue aggregate avg(${WAIT}) as ms`,
  ),
  arena(
    'easy',
    'list',
    'game-server errors on map foundry this week',
    ...errors((bad) => `${logsOf('game-server', THIS_WEEK)} && ${MAP} == 'foundry' && ${bad}`),
  ),
  arena(
    'easy',
    'count',
    'How many tickets expired yesterday?',
    `source logs ${YESTERDAY} | filter ${msg('ticket expired')} | count`,
    `source logs ${YESTERDAY} | filter $d.error == 'TicketExpired' | count`,
  ),
  arena(
    'easy',
    'top rows',
    'slowest 10 spans of game-server today',
    `${spansOf('game-server', TODAY)} | orderby $m.duration desc | limit 10`,
  ),
  arena(
    'easy',
    'distinct',
    'Which versions of matchmaker have logged since Nov 19?',
    ...which(logsOf('matchmaker', SINCE_THURSDAY), '$d.version'),
  ),
  arena(
    'medium',
    'count by',
    'errors of game-server by map and mode in the last 3 days',
    ...lastDays(3).flatMap((time) =>
      errors(
        (bad) =>
          `${logsOf('game-server', time)} && ${bad} | groupby ${MAP} as map, ${MODE} as mode aggregate count() as n`,
      ),
    ),
  ),
  arena(
    'medium',
    'statistic',
    'p90 and p99 of tickMs per region for game-server today',
    `${logsOf('game-server', TODAY)} | groupby $d.region as region aggregate percentile(0.9, $d.tickMs) as p90, percentile(0.99, $d.tickMs) as p99`,
  ),
  arena(
    'medium',
    'statistic',
    'Compare the average wait of matchmaker 3.7.2 and 3.8.0',
    `${logsOf('matchmaker')} && ($d.version == '3.7.2' || $d.version == '3.8.0') | groupby $d.version as version aggregate avg(${WAIT}) as ms`,
    `${logsOf('matchmaker')} | aggregate avg(if($d.version == '3.7.2', ${WAIT}, null)) as old, avg(if($d.version == '3.8.0', ${WAIT}, null)) as new`,
  ),
  arena(
    'medium',
    'series',
    'consume match.events spans longer than 500 ms, per hour over the last 12 hours',
    `source spans last 12h | filter ${CONSUMED} && $m.duration > 500000 | ${hourly} aggregate count() as n`,
  ),
  arena(
    'medium',
    'distinct count',
    'distinct players on session-gateway per country today',
    `${logsOf('session-gateway', TODAY)} | groupby $d.country as country aggregate distinct_count($d.playerId) as players`,
  ),
  arena(
    'medium',
    'statistic',
    'average and maximum payload bytes per match mode, prod only',
    `source logs | filter $d.env == 'prod' | groupby ${MODE} as mode aggregate avg($d.payloadBytes) as mean, max($d.payloadBytes) as most`,
    `source spans | filter ${ENVIRONMENT} == 'prod' && ${SPAN_MODE} != null && ${SPAN_BYTES} != null | groupby ${SPAN_MODE} as mode aggregate avg(${SPAN_BYTES}) as mean, max(${SPAN_BYTES}) as most`,
  ),
  arena(
    'medium',
    'top groups',
    'voice-relay rooms with the worst packet loss: top 10 by average over the last 24 hours',
    `${logsOf('voice-relay', 'last 24h')} | groupby $d.room_id as room aggregate avg($d.packet_loss) as loss | orderby loss desc | limit 10`,
  ),
  arena(
    'medium',
    'count by',
    'How many logs have jitter above 80 ms with codec opus, by platform, since yesterday?',
    `source logs ${TWO_DAYS} | filter $d.jitter_ms > 80 && $d.codec == 'opus' | groupby $d.platform as platform aggregate count() as n`,
    `source logs last 24h | filter $d.jitter_ms > 80 && $d.codec == 'opus' | groupby $d.platform as platform aggregate count() as n`,
  ),
  arena(
    'hard',
    'share',
    'What percentage of matchmaker logs are cross region, for each queue, over the last 7 days?',
    ...lastDays(7).map(
      (time) =>
        `${logsOf('matchmaker', time)} | groupby $d.queueName as queue aggregate count_if($d.cross_region == true) / count() as share`,
    ),
  ),
  arena(
    'hard',
    'extract',
    'From "match ... ended after N minutes" get the average number of minutes per map',
    `${SERVERS} && ${message('ended after')} | extract $d.message into found using regexp(/ended after (?<minutes>\\d+) minutes/) | groupby ${MAP} as map aggregate avg($d.found.minutes:number) as minutes`,
  ),
  arena(
    'hard',
    'having',
    'Which maps have an error rate above 10 %?',
    ...['source logs', SERVERS].flatMap((from) =>
      errors(
        (bad) =>
          `${from} | groupby ${MAP} as map aggregate count_if(${bad}) / count() as rate | filter map != null && rate > 0.1 | choose map`,
      ),
    ),
  ),
];
