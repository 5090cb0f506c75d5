import { most, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { lastDays, logsOf, message, msg } from './unseen-arena-terms.ts';

const arena = asks('arena');
const ORDER = 'ord-79837';
const PLAYER = 'p-40017';
const SINCE_WEDNESDAY = "between @'2026-11-18' and @'now'";
const WRONG = msg('wrong password');
const STAYED = 'extract $d.msg into found using regexp(/left after (?<minutes>\\d+) minutes/)';

/** By one who answers players and watches over fair play. */
export const UNSEEN_ARENA_SUPPORT: readonly EvalQuestion[] = [
  arena(
    'easy',
    'search',
    `everything we logged for player ${PLAYER} today please`,
    `source logs ${TODAY} | filter $d ~~ '${PLAYER}'`,
    `source logs ${TODAY} | filter $d.playerId == '${PLAYER}' || $d.player_id == '${PLAYER}' || $d.player.id == '${PLAYER}'`,
  ),
  arena('easy', 'count', 'how many wrong passwords today', `source logs ${TODAY} | filter ${WRONG} | count`),
  arena(
    'easy',
    'list',
    'list the banned verdicts since Monday',
    `source logs ${THIS_WEEK} | filter $d.verdict == 'banned'`,
  ),
  arena(
    'easy',
    'search',
    'chat messages that were reported',
    `source logs | filter ${message('chat message reported')}`,
  ),
  arena(
    'easy',
    'count by',
    'client version too old - how many per platform in the last 24 hours',
    `source logs last 24h | filter ${msg('client version too old')} | groupby $d.platform as platform aggregate count() as n`,
  ),
  arena(
    'easy',
    'search',
    `what happened to order ${ORDER}?`,
    `source logs | filter $d ~~ '${ORDER}'`,
    `source logs | filter $d.orderId == '${ORDER}' || $d.order_id == '${ORDER}'`,
  ),
  arena(
    'easy',
    'any',
    'was any item granted twice this week?',
    ...anyOf(`source logs ${THIS_WEEK} | filter ${message('item granted twice')}`),
  ),
  arena(
    'easy',
    'list',
    'last 15 anticheat logs with a score over 0.9',
    `${logsOf('anticheat')} && $d.score > 0.9 | orderby $m.timestamp desc | limit 15`,
  ),
  arena(
    'medium',
    'top groups',
    'which player had the most wrong passwords this week',
    ...['', ' && $d.playerId != null'].flatMap((known) =>
      most(
        `source logs ${THIS_WEEK} | filter ${WRONG}${known} | groupby $d.playerId as player aggregate count() as n`,
        'n',
      ),
    ),
  ),
  arena(
    'medium',
    'distinct count',
    'how many different players were banned per country this week?',
    `source logs ${THIS_WEEK} | filter $d.verdict == 'banned' | groupby $d.player.country as country aggregate distinct_count($d.player.id) as players`,
  ),
  arena(
    'medium',
    'series',
    'players that timed out on game-server yesterday, by hour',
    `${logsOf('game-server', YESTERDAY)} && ${message('timed out')} | ${hourly} aggregate count() as n`,
  ),
  arena(
    'medium',
    'statistic',
    'average ping in BR compared to DE and FR',
    "source logs | filter $d.pingMs != null && ($d.country == 'BR' || $d.country == 'DE' || $d.country == 'FR') | groupby $d.country as country aggregate avg($d.pingMs) as ping",
    "source logs | aggregate avg(if($d.country == 'BR', $d.pingMs, null)) as brazil, avg(if($d.country == 'DE' || $d.country == 'FR', $d.pingMs, null)) as others",
  ),
  arena(
    'medium',
    'statistic',
    'which campaigns did we send in the last 10 days and to how many recipients in total',
    ...lastDays(10).map(
      (time) =>
        `source logs ${time} | filter $d.campaign != null | groupby $d.campaign as campaign aggregate sum($d.recipients) as n`,
    ),
  ),
  arena(
    'medium',
    'top groups',
    'most frequent error types in store-api for BR since Wednesday',
    ...errors(
      (bad) =>
        `${logsOf('store-api', SINCE_WEDNESDAY)} && $d.country == 'BR' && ${bad} | groupby $d.err.type as type aggregate count() as n | orderby n desc`,
    ),
  ),
  arena(
    'hard',
    'share',
    'share of suspicious verdicts per platform, last 7 days',
    ...lastDays(7).map(
      (time) =>
        `${logsOf('anticheat', time)} | groupby $d.player.platform as platform aggregate count_if($d.verdict == 'suspicious') / count() as share`,
    ),
  ),
  arena(
    'hard',
    'extract',
    'how long do players stay on average? take the minutes from "left after N minutes" and group by country',
    `source logs | filter ${msg('left after')} | ${STAYED} | groupby $d.country as country aggregate avg($d.found.minutes:number) as minutes`,
  ),
  arena(
    'hard',
    'share',
    "what part of today's session-gateway logs has no player id",
    `${logsOf('session-gateway', TODAY)} | aggregate count_if($d.playerId == null) / count() as share`,
  ),
];
