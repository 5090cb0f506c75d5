import { BAD_SPAN, SERVER, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, spans } from './fresh-terms.ts';
import { errors, sinceClock } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { DESTINATION, failures, LAG, logsOf, MAP, msg, NEW_CHECKOUT, spansOf, WAIT } from './unseen-arena-terms.ts';

const arena = asks('arena');
const CAPTURED = "$d.message ~ 'captured'";
const CONSUMED = `$m.kind == 'CONSUMER' && ${DESTINATION} == 'client.events'`;
const LAG_SERIES = 'groupby roundTime($m.timestamp, 15m) as t';

/** Dialogues about the games company: one asks, looks, and asks on. */
export const UNSEEN_ARENA_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['wallet errors yesterday'],
    arena(
      'easy',
      '',
      'only ProviderTimeout please',
      ...errors((bad) => `${logsOf('wallet', YESTERDAY)} && ${bad} && $d['error.type'] == 'ProviderTimeout'`),
      `${spansOf('wallet', YESTERDAY)} && ${BAD_SPAN} && $d.tags['error.type'] == 'ProviderTimeout'`,
    ),
  ),
  after(
    ['how many errors today'],
    arena(
      'easy',
      '',
      'per region',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} | groupby ${told.region} as region aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['p95 response time of store-api today'],
    arena(
      'easy',
      '',
      'and for session-gateway?',
      `${logsOf('session-gateway', TODAY)} | aggregate percentile(0.95, $d.responseTime) as p95`,
      ...spans(
        (kind) => `${spansOf('session-gateway', TODAY)} && ${kind} | aggregate percentile(0.95, $m.duration) as p95`,
      ),
    ),
  ),
  after(
    ['average wait per queue today'],
    arena(
      'medium',
      '',
      'just ranked and duel',
      `source logs ${TODAY} | filter $d.queueName == 'ranked' || $d.queueName == 'duel' | groupby $d.queueName as queue aggregate avg(${WAIT}) as ms`,
    ),
  ),
  after(
    ['how many banned verdicts this week by country'],
    arena(
      'medium',
      '',
      'by platform instead',
      `source logs ${THIS_WEEK} | filter $d.verdict == 'banned' | groupby $d.player.platform as platform aggregate count() as n`,
    ),
  ),
  after(
    ['slowest 10 spans of wallet today'],
    arena(
      'medium',
      '',
      'only the failed ones',
      `${spansOf('wallet', TODAY)} && ${BAD_SPAN} | orderby $m.duration desc | limit 10`,
      `${spansOf('wallet', TODAY)} && ${BAD_SPAN} && ${SERVER} | orderby $m.duration desc | limit 10`,
    ),
  ),
  after(
    ['errors of game-server since Monday'],
    arena(
      'medium',
      '',
      'how many per map?',
      ...errors(
        (bad) => `${logsOf('game-server', THIS_WEEK)} && ${bad} | groupby ${MAP} as map aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['top 2 skus by number of logs this week'],
    arena(
      'easy',
      '',
      'make it 4',
      `source logs ${THIS_WEEK} | filter $d.sku != null | groupby $d.sku as sku aggregate count() as n | orderby n desc | limit 4`,
      // A service that writes of no sku counts as a group without one, which is among the first.
      `source logs ${THIS_WEEK} | groupby $d.sku as sku aggregate count() as n | orderby n desc | limit 4`,
    ),
  ),
  after(
    ['share of cache hits of leaderboard per day'],
    arena(
      'hard',
      '',
      'same for patch-delivery',
      `${logsOf('patch-delivery')} | ${daily} aggregate count_if($d.cache_hit == true) / count() as share`,
      ...spans(
        (kind) =>
          `${spansOf('patch-delivery')} && ${kind} | ${daily} aggregate count_if($d.tags.cache_hit == 'true') / count() as share`,
      ),
    ),
  ),
  after(
    ['maximum lag of telemetry-ingest per hour today'],
    arena(
      'medium',
      '',
      'every 15 minutes since noon',
      `${logsOf('telemetry-ingest', sinceClock('12:00'))} | ${LAG_SERIES} aggregate max(${LAG}) as lag`,
    ),
  ),
  after(
    ['store-api errors in the last 24h', 'by country'],
    arena(
      'hard',
      '',
      'now only with newCheckout on',
      ...errors(
        (bad) =>
          `${logsOf('store-api', 'last 24h')} && ${bad} && ${NEW_CHECKOUT} == true | groupby $d.country as country aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many payments were captured yesterday'],
    arena('easy', '', 'and today?', `source logs ${TODAY} | filter ${CAPTURED} | count`),
  ),
  after(
    ['average ping by region over the last 24 hours'],
    arena(
      'medium',
      '',
      'show the maximum too',
      'source logs last 24h | filter $d.pingMs != null | groupby $d.region as region aggregate avg($d.pingMs) as mean, max($d.pingMs) as most',
    ),
  ),
  after(
    ['matchmaker warnings today'],
    arena(
      'medium',
      '',
      'without the ones that say widened search',
      `${logsOf('matchmaker', TODAY)} && $m.severity == WARNING && !(${msg('widened search')})`,
    ),
  ),
  after(
    ['average duration of publish client.events spans in the last 6 hours'],
    arena(
      'medium',
      '',
      'and consume?',
      `source spans last 6h | filter ${CONSUMED} | aggregate avg($m.duration) as mean`,
    ),
  ),
];
