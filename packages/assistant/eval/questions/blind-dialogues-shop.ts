import { ERROR, S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const shop = asks('shop');
const HOURLY = 'groupby roundTime($m.timestamp, 1h) as t';

/** Conversations of two to four turns, of which the last is judged. */
export const BLIND_DIALOGUES_SHOP: readonly EvalQuestion[] = [
  after(
    ['requests by path today'],
    shop(
      'medium',
      'set metric',
      'the average duration instead',
      `source logs ${TODAY} | groupby $d.path aggregate avg($d.duration_ms) as a`,
    ),
  ),
  after(
    ['404s yesterday'],
    shop(
      'easy',
      'to distinct',
      'which users?',
      `source logs ${YESTERDAY} | filter $d.status == 404 && $d.user != null | distinct $d.user`,
      `source logs ${YESTERDAY} | filter $d.status == 404 | distinct $d.user`,
      `source logs ${YESTERDAY} | filter $d.status == 404 | groupby $d.user aggregate count() as n`,
    ),
  ),
  after(
    ['how many 500s on /checkout this week'],
    shop(
      'medium',
      'replace value',
      'and 503s?',
      `source logs ${THIS_WEEK} | filter $d.status == 503 && $d.path == '/checkout' | count`,
      `source logs ${THIS_WEEK} | filter ($d.status == 500 || $d.status == 503) && $d.path == '/checkout' | count`,
    ),
  ),
  after(
    ['errors in storefront today'],
    shop('easy', 'replace value', 'payments instead', `source logs ${TODAY} | filter ${ERROR} && ${S} == 'payments'`),
  ),
  after(
    ['errors in storefront today', 'payments instead'],
    shop('medium', 'drop filter', 'without the service filter', `source logs ${TODAY} | filter ${ERROR}`),
  ),
  after(
    ['top 5 users by requests today'],
    shop(
      'easy',
      'set limit',
      'make it 7',
      `source logs ${TODAY} | filter $d.user != null | groupby $d.user aggregate count() as n | orderby n desc | limit 7`,
      `source logs ${TODAY} | groupby $d.user aggregate count() as n | orderby n desc | limit 7`,
    ),
  ),
  after(
    ['top 2 paths by requests today'],
    shop(
      'medium',
      'set order',
      'and the bottom 2?',
      `source logs ${TODAY} | groupby $d.path aggregate count() as n | orderby n asc | limit 2`,
    ),
  ),
  after(
    ['requests over 1 second today'],
    shop('easy', 'set threshold', 'make it 500ms', `source logs ${TODAY} | filter $d.duration_ms > 500`),
  ),
  after(
    ['average duration by service today'],
    shop(
      'easy',
      'set metric',
      'median rather than average',
      `source logs ${TODAY} | groupby ${S} aggregate median($d.duration_ms) as m`,
    ),
  ),
  after(
    ['requests per hour yesterday'],
    shop(
      'medium',
      'add group',
      'split by path',
      `source logs ${YESTERDAY} | ${HOURLY}, $d.path aggregate count() as n`,
    ),
  ),
  after(
    ['warnings in the last 24 hours'],
    shop('easy', 'set severity', 'sorry, I meant errors', `source logs last 24h | filter ${ERROR}`),
  ),
  after(
    ['most common error messages today'],
    shop(
      'hard',
      'reference',
      'show me the logs behind the first one',
      `source logs ${TODAY} | filter ${ERROR} && $d.msg ~ 'no connection left in pool'`,
    ),
  ),
  after(
    ['failed requests on /checkout today', 'per hour'],
    shop(
      'hard',
      'to distinct',
      'and how many users is that in total?',
      `source logs ${TODAY} | filter $d.status >= 400 && $d.path == '/checkout' | aggregate distinct_count($d.user) as n`,
    ),
  ),
];
