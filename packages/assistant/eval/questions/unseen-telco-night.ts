import { DAY, ERROR, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, OR_WORSE, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CODE,
  DOWN,
  failures,
  howMany,
  leading,
  logs,
  REJECTED_ROAMER,
  RPC,
  SMS,
  SMS_FAILED,
  WEDNESDAY,
  whichOf,
} from './unseen-telco-terms.ts';

const telco = asks('telco');
const by = (key: string): string => `groupby ${key} aggregate`;

/** By the network operations engineer on night shift. */
export const UNSEEN_TELCO_NIGHT: readonly EvalQuestion[] = [
  telco('easy', 'list', 'errors last hour', ...failures(({ source }, bad) => `${source} last 1h | filter ${bad}`)),
  telco('medium', 'which', 'which cells went down tonight since midnight', ...whichOf(logs(DOWN, TODAY), '$d.cell_id')),
  telco(
    'medium',
    'count',
    'how many cells down in north today',
    ...howMany(logs(`${DOWN} && $d.region == 'north'`, TODAY), '$d.cell_id'),
  ),
  telco('easy', 'group', 'cell outages by cause', `${logs(DOWN)} | ${by('$d.cause')} count() as n`),
  telco(
    'easy',
    'any',
    'still anything from roaming-hub in the last hour?',
    ...anyOf(logs(`${S} == 'roaming-hub'`, 'last 1h')),
    `source spans last 1h | filter ${SVC} == 'roaming-hub'`,
  ),
  telco(
    'medium',
    'series',
    'sms failures per hour yesterday',
    `${logs(SMS_FAILED, YESTERDAY)} | ${hourly} aggregate count() as n`,
  ),
  telco(
    'medium',
    'top rows',
    'longest outage this week, which site',
    `${logs('$d.down_s != null', THIS_WEEK)} | orderby $d.down_s desc | limit 1`,
    ...leading(logs('$d.down_s != null', THIS_WEEK), '$d.site', 'max($d.down_s)', 1),
    `source logs ${THIS_WEEK} | aggregate max($d.down_s) as n`,
  ),
  telco('easy', 'top groups', 'top 5 sites by number of outages', ...leading(logs(DOWN), '$d.site', 'count()', 5)),
  telco(
    'easy',
    'group',
    'rejected roamers by country',
    `${logs(REJECTED_ROAMER)} | ${by('$d.country')} count() as n`,
    `${logs(REJECTED_ROAMER)} | ${by('$d.country')} distinct_count($d.imsi) as n`,
  ),
  telco(
    'medium',
    'group',
    'roaming errors from france only, by code',
    ...[`${CODE} != null`, OR_WORSE, ERROR].map(
      (bad) => `${logs(`${S} == 'roaming-hub' && $d.country == 'france' && ${bad}`)} | ${by(CODE)} count() as n`,
    ),
  ),
  telco(
    'medium',
    'list',
    'otp sms failed since 12:00',
    ...anyOf(logs(`${SMS_FAILED} && $d.sms_type == 'otp'`, sinceClock('12:00'))),
  ),
  telco(
    'medium',
    'statistic',
    'avg load of 5g cells per region',
    `${logs("$d.tech == '5g'")} | ${by('$d.region')} avg($d.load_pct) as load`,
    `${logs("$d.tech == '5g' && $d.msg == 'load report'")} | ${by('$d.region')} avg($d.load_pct) as load`,
  ),
  telco(
    'medium',
    'which',
    'cells over 90% load in the last hour',
    ...whichOf(logs('$d.load_pct > 90', 'last 1h'), '$d.cell_id'),
    ...whichOf(logs("$d.load_pct > 90 && $d.msg == 'load report'", 'last 1h'), '$d.cell_id'),
  ),
  telco(
    'medium',
    'top rows',
    'slowest 10 calls to the hlr today',
    `source spans ${TODAY} | filter ${RPC} | orderby $m.duration desc | limit 10`,
  ),
  telco(
    'medium',
    'statistic',
    'p95 sms delivery time by route',
    ...[SMS, "$d.msg == 'sms delivered'"].map(
      (of) => `${logs(of)} | ${by('$d.route')} percentile(0.95, $d.took_ms) as p95`,
    ),
  ),
  telco(
    'medium',
    'list',
    'what happened at site LYN-07 on wednesday',
    logs("$d.site == 'LYN-07'", WEDNESDAY),
    `${logs("$d.site == 'LYN-07'", WEDNESDAY)} | ${by('$d.msg')} count() as n`,
  ),
  telco(
    'medium',
    'group',
    'last time each service logged something',
    `source logs | ${by(S)} max($m.timestamp) as t`,
    `source logs | dedupeby ${S} keep 1 orderby $m.timestamp desc`,
  ),
  telco(
    'hard',
    'compare',
    'more cell outages today than yesterday?',
    ...periods(logs(DOWN, TWO_DAYS), DAY, COUNTED),
    `${logs(DOWN, TWO_DAYS)} | groupby roundTime($m.timestamp, 1d) as t aggregate count() as n`,
  ),
  telco(
    'hard',
    'list',
    'overheating outages in the south that lasted more than 30 min',
    ...anyOf(logs("$d.cause == 'overheating' && $d.region == 'south' && $d.down_s > 1800")),
  ),
  telco(
    'hard',
    'share',
    'share of sms that failed, per sms type, worst first',
    `${logs(SMS)} | ${by('$d.sms_type')} count_if(${SMS_FAILED}) / count() as share | orderby share desc`,
    `${logs(SMS)} | ${by('$d.sms_type')} count_if(${OR_WORSE}) / count() as share | orderby share desc`,
  ),
];
