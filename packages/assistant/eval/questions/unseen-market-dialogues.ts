import { SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { either, failures, leading, moment, of, rates, says, timed, USER, WEDNESDAY } from './unseen-market-terms.ts';

const market = asks('market');
const WORKER = of('payout-worker');
const WORSE = [
  says('payout failed'),
  '$m.severity == ERROR',
  OR_WORSE,
  `${WORKER} && $m.severity == ERROR`,
  `${WORKER} && ${OR_WORSE}`,
];
const SLOWEST = `source spans ${TODAY} | filter ${SVC} == 'catalog' | orderby $m.duration desc | limit 1 | choose $d.traceID`;

/** Dialogues of the same four people. */
export const UNSEEN_MARKET_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of payment-gateway today'],
    market(
      'easy',
      '',
      'by error type',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'payment-gateway' && ${bad} | groupby ${told.type} as e aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['slowest spans last hour'],
    market(
      'easy',
      '',
      'only catalog',
      ...['', ' | limit 10', ' | limit 20', ' | limit 100', ' | limit 1', ' | limit 5'].map(
        (limit) => `source spans last 1h | filter ${SVC} == 'catalog' | orderby $m.duration desc${limit}`,
      ),
    ),
  ),
  after(
    ['how many orders were placed today'],
    market(
      'easy',
      '',
      'and yesterday?',
      `source logs ${YESTERDAY} | filter ${says('order placed')} | count`,
      `source logs ${YESTERDAY} | filter ${says('order placed')} | aggregate distinct_count($d.order_id) as n`,
    ),
  ),
  after(
    ['errors per service this week'],
    market(
      'medium',
      '',
      'only the payments application',
      ...failures(
        (told, bad) =>
          `${told.source} ${THIS_WEEK} | filter ${told.app} == 'payments' && ${bad} | groupby ${told.service} as s aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['logs of u-2041 today', 'only errors'],
    market(
      'medium',
      '',
      'how many is that',
      ...['$m.severity == ERROR', OR_WORSE].map(
        (bad) => `source logs ${TODAY} | filter ${USER} == 'u-2041' && ${bad} | count`,
      ),
    ),
  ),
  after(
    ['p95 duration per service today'],
    market(
      'easy',
      '',
      'p99 instead',
      ...timed(
        (told, took, also) =>
          `${told.source} ${TODAY} | filter ${also} | groupby ${told.service} as s aggregate percentile(0.99, ${took}) as p`,
      ),
    ),
  ),
  after(
    ['errors today by service'],
    market(
      'hard',
      '',
      'show me the logs of the top one',
      ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) => {
        const top = `(| source logs ${TODAY} | filter ${bad} | groupby $l.subsystemname as s aggregate count() as n | orderby n desc | limit 1 | choose s |)`;
        const one = `source logs ${TODAY} | filter $l.subsystemname.inArray(${top})`;
        return [`${one} && ${bad}`, one];
      }),
    ),
  ),
  after(
    ['error rate of checkout per hour today'],
    market(
      'medium',
      '',
      'same for cart',
      ...rates(
        (told, also, bad) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'cart' && ${also} | ${hourly} aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['logs of warehouse-sync today'],
    market(
      'medium',
      '',
      'when was the last one?',
      ...['', ` ${TODAY}`].flatMap((time) => moment(`source logs${time} | filter ${of('warehouse-sync')}`, 'max')),
    ),
  ),
  after(
    ['AcquirerTimeout today per minute'],
    market(
      'medium',
      '',
      'make it 10 minutes',
      ...either(
        (told) =>
          `${told.source} ${TODAY} | filter ${told.type} == 'AcquirerTimeout' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['top 5 paths by average duration_ms'],
    market('easy', '', 'top 10', ...leading('source logs', '$d.path', 'avg($d.duration_ms)', 10)),
  ),
  after(
    ['errors in eu-west yesterday by service'],
    market(
      'medium',
      '',
      'everything except eu-west',
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${told.region} != 'eu-west' && ${bad} | groupby ${told.service} as s aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['payments declined this week by payment method'],
    market(
      'hard',
      '',
      'as a percentage',
      ...[`source logs ${THIS_WEEK} | filter ${says('payment declined')}`].map(
        (rows) =>
          `${rows} | groupby $d.payment_method as m aggregate count() as n | join cross (${rows} | count into total) into t | choose m, n / t.total as share`,
      ),
      ...[of('payment-gateway'), says('payment'), '$d.payment_method != null'].map(
        (only) =>
          `source logs ${THIS_WEEK} | filter ${only} | groupby $d.payment_method as m aggregate count_if(${says('payment declined')}) / count() as share`,
      ),
    ),
  ),
  after(
    ['failed payouts this week', 'by seller'],
    market(
      'medium',
      '',
      'only s-417',
      ...WORSE.map(
        (bad) =>
          `source logs ${THIS_WEEK} | filter ${bad} && $d.seller_id == 's-417' | groupby $d.seller_id as s aggregate count() as n`,
      ),
      ...WORSE.map((bad) => `source logs ${THIS_WEEK} | filter ${bad} && $d.seller_id == 's-417'`),
    ),
  ),
  after(
    ['slowest span of catalog today'],
    market(
      'hard',
      '',
      'show its whole trace',
      ...either((told) => `${told.source} | filter ${told.trace}.inArray((| ${SLOWEST} |))`),
      `source spans ${TODAY} | filter $d.traceID.inArray((| ${SLOWEST} |))`,
    ),
  ),
  after(
    ['errors of catalog last hour'],
    market(
      'medium',
      '',
      'forget that. how many logins failed today?',
      ...[
        says('login failed'),
        "$d.path == '/login' && $d.status == 401",
        "$d.path == '/login' && $d.status >= 400",
      ].map((bad) => `source logs ${TODAY} | filter ${bad} | count`),
      `source logs ${TODAY} | filter $d.path == '/login' && ${OR_WORSE} | count`,
    ),
  ),
  after(
    ['average duration of search per hour on thursday'],
    market(
      'medium',
      '',
      'and on wednesday?',
      ...timed(
        (told, took, also) =>
          `${told.source} ${WEDNESDAY} | filter ${told.service} == 'search' && ${also} | ${hourly} aggregate avg(${took}) as m`,
      ),
    ),
  ),
  after(
    ['warnings of shipping today'],
    market(
      'easy',
      '',
      'what about errors',
      ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.service} == 'shipping' && ${bad}`),
    ),
  ),
  after(
    ['errors by region today'],
    market(
      'medium',
      '',
      'and by version too',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} | groupby ${told.region} as r, ${told.version} as v aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['errors of checkout yesterday', 'grouped by path'],
    market(
      'hard',
      '',
      'only those with more than 2',
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${told.service} == 'checkout' && ${bad} | groupby ${told.path} as p aggregate count() as n | filter n > 2`,
      ),
    ),
  ),
];
