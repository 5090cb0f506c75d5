import { ERROR, S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ABANDONED,
  ANSWERED,
  CALLS,
  CODE,
  foremost,
  howMany,
  LAST_WEEK,
  LINE,
  logs,
  NOT_ACTIVATED,
  PORT_REJECTED,
  PORTED,
  WAIT,
  whichOf,
} from './unseen-telco-terms.ts';

const telco = asks('telco');
const SUBSCRIBER = `${LINE} == '4915100234'`;
const IDENTITY = `${CODE} == 'ID_CHECK_FAILED'`;
const APP = `${S} == 'selfcare-api'`;
const PHONE = "$d.msg == 'phone sold' && $d.city == 'Hamburg'";
const MORNINGS = [clock('00:00', '12:00'), clock('06:00', '12:00'), clock('05:00', '12:00'), clock('08:00', '12:00')];
const FRIDAYS = ["between @'2026-11-13' and @'2026-11-14'", "between @'2026-11-13' and @'2026-11-13T14:30:00Z'"];
/** Both days, the former whole or up to the same clock time. */
const fridays = (of: string): readonly string[] =>
  ["@'2026-11-14'", "@'2026-11-13T14:30:00Z'"].flatMap((until) => {
    const both = `${logs(of, "between @'2026-11-13' and @'now'")} | filter $m.timestamp >= @'2026-11-20' || $m.timestamp < ${until}`;
    const [late, early] = ["$m.timestamp >= @'2026-11-20'", "$m.timestamp < @'2026-11-20'"];
    return [
      `${both} | groupby if(${late}, 'a', 'b') as day aggregate avg(${WAIT}) as mean`,
      `${both} | aggregate avg(if(${late}, ${WAIT}, null)) as late, avg(if(${early}, ${WAIT}, null)) as early`,
    ];
  });

/** By the supervisor of the call centre. */
export const UNSEEN_TELCO_CARE: readonly EvalQuestion[] = [
  telco('easy', 'count', 'how many calls did we answer today?', `${logs(ANSWERED, TODAY)} | count`),
  telco(
    'easy',
    'top groups',
    'who took the most calls yesterday',
    ...foremost(logs(ANSWERED, YESTERDAY), '$d.agent', 'count()'),
  ),
  telco(
    'medium',
    'group',
    'what are people calling about this morning?',
    ...MORNINGS.map((time) => `${logs('$d.topic != null', time)} | groupby $d.topic aggregate count() as n`),
    ...MORNINGS.map((time) => `${logs('$d.topic != null', time)} | distinct $d.topic`),
  ),
  telco(
    'easy',
    'statistic',
    'how long do callers wait on average in each queue?',
    ...[CALLS, ANSWERED].map((of) => `${logs(of)} | groupby $d.queue aggregate avg(${WAIT}) as mean`),
  ),
  telco(
    'medium',
    'series',
    'how many people hung up before we got to them, by hour today',
    `${logs(ABANDONED, TODAY)} | ${hourly} aggregate count() as n`,
  ),
  telco('easy', 'list', 'show me the calls that waited longer than ten minutes', logs(`${WAIT} > 600`)),
  telco(
    'hard',
    'nested',
    'which agents talk for more than 8 minutes on average?',
    'source logs | groupby $d.agent aggregate avg($d.talk_s) as mean | filter mean > 480 | choose agent',
  ),
  telco(
    'medium',
    'list',
    "customer 4915100234 says his sim won't activate, what do we have on him",
    logs(SUBSCRIBER),
    logs(`${SUBSCRIBER} && ${S} == 'sim-activation'`),
    logs(`${SUBSCRIBER} && ${NOT_ACTIVATED}`),
  ),
  telco(
    'medium',
    'group',
    'why do eSIM activations fail?',
    `${logs(`${NOT_ACTIVATED} && $d.sim_type == 'esim'`)} | groupby ${CODE} aggregate count() as n`,
    ...whichOf(logs(`${NOT_ACTIVATED} && $d.sim_type == 'esim'`), CODE),
  ),
  telco(
    'hard',
    'compare',
    'number of activations that failed because of the ID check, shop versus app',
    `${logs(`${IDENTITY} && ($d.channel == 'shop' || $d.channel == 'app')`)} | groupby $d.channel aggregate count() as n`,
    `${logs(IDENTITY)} | aggregate count_if($d.channel == 'shop') as one, count_if($d.channel == 'app') as other`,
  ),
  telco(
    'medium',
    'any',
    'is the app giving errors on Android?',
    ...[OR_WORSE, ERROR, `${CODE} != null`, '$d.http_status >= 500', '$d.http_status >= 400'].flatMap((bad) =>
      anyOf(logs(`$d.os == 'android' && ${bad}`)),
    ),
  ),
  telco(
    'medium',
    'top groups',
    'which app version has the most server errors',
    ...['$d.http_status >= 500', `${APP} && ${OR_WORSE}`].flatMap((bad) =>
      foremost(logs(bad), '$d.app_version', 'count()'),
    ),
  ),
  telco(
    'medium',
    'count',
    'how many ports got rejected for a wrong pin this week',
    ...howMany(logs(`${PORT_REJECTED} && ${CODE} == 'WRONG_PIN'`, THIS_WEEK), LINE),
  ),
  telco(
    'easy',
    'which',
    'which operators do the people come from who move their number to us',
    ...whichOf(logs("$d.direction == 'in'"), '$d.donor'),
  ),
  telco(
    'medium',
    'count',
    'how many customers left us to another operator since Monday',
    ...howMany(logs(`${PORTED} && $d.direction == 'out'`, THIS_WEEK), LINE),
  ),
  telco(
    'medium',
    'any',
    'did anyone wait more than 15 minutes on the business queue?',
    ...anyOf(logs(`$d.queue == 'business' && ${WAIT} > 900`)),
  ),
  telco(
    'hard',
    'share',
    'what percentage of calls about billing were abandoned',
    `${logs("$d.topic == 'billing'")} | aggregate count_if(${ABANDONED}) / count() as share`,
  ),
  telco(
    'medium',
    'top groups',
    'which shop signed the most contracts last week',
    ...foremost(logs("$d.msg == 'contract signed'", LAST_WEEK), '$d.shop_id', 'count()'),
  ),
  telco(
    'hard',
    'statistic',
    'how many phones did the shops in Hamburg sell, and for how much in total?',
    `${logs(PHONE)} | aggregate count() as n, sum($d.price_eur) as total`,
  ),
  telco(
    'hard',
    'compare',
    'compare average waiting time today with the same day last week',
    ...[CALLS, ANSWERED].flatMap(fridays),
    ...FRIDAYS.map(
      (friday) =>
        `${logs(CALLS, TODAY)} | aggregate avg(${WAIT}) as now | join cross (${logs(CALLS, friday)} | aggregate avg(${WAIT}) as past) into b | choose now, b.past as past`,
    ),
  ),
];
