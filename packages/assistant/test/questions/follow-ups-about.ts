import { followed, type QuestionItem } from './item.ts';

/** Follow-ups that change what is asked about: conditions, times, how many. */
export const FOLLOW_UPS_ABOUT: readonly QuestionItem[] = [
  followed(
    ['errors in checkout today'],
    'without checkout',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname != 'checkout'",
  ),
  followed(
    ['errors in checkout today by host'],
    'all services together',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors by region in the last 2 hours', 'only eu-west-1'],
    'any region',
    'source logs last 2h | filter $m.severity == ERROR | groupby $d.region aggregate count() as errors | orderby errors desc',
  ),
  followed(
    ['failed requests in cart in eu-west-1 today'],
    'without the region',
    "source logs between @'now' / 1d and @'now' | filter $d.status >= 400 && $l.subsystemname == 'cart'",
  ),
  followed(
    ['errors in cart in eu-west-1'],
    'take the region filter off again',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart'",
  ),
  followed(
    ['errors in cart in eu-west-1 today'],
    'everywhere',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR",
  ),
  followed(
    ['errors per service yesterday'],
    'same for the day before',
    "source logs between @'now' / 1d - 2d and @'now' / 1d - 1d | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['failed requests by path last week'],
    'now the week before that',
    "source logs between @'now' - 14d and @'now' - 7d | filter $d.status >= 400 | groupby $d.path aggregate count() as requests | orderby requests desc",
  ),
  followed(
    ['error count by service last hour'],
    'what about the hour before?',
    "source logs between @'now' - 2h and @'now' - 1h | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc",
  ),
  followed(
    ['errors in cart today between 9 and 10am'],
    'and an hour later?',
    "source logs between @'2026-11-20T10:00:00Z' and @'2026-11-20T11:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'cart'",
  ),
  followed(
    ['errors in cart yesterday'],
    'only between 9 and 11am',
    "source logs between @'2026-11-19T09:00:00Z' and @'2026-11-19T11:00:00Z' | filter $m.severity == ERROR && $l.subsystemname == 'cart'",
  ),
  followed(
    ['latest 20 errors'],
    '5 are enough',
    'source logs | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5',
  ),
  followed(
    ['latest 20 errors in auth'],
    'just the first 3',
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'auth' | orderby $m.timestamp desc | limit 3",
  ),
  followed(
    ['top 10 users by errors'],
    'give me 50',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 50',
  ),
  followed(
    ['top 5 services by errors today'],
    'only the top one',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc | limit 1",
  ),
  followed(
    ['errors by host today'],
    'worst host only',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.host aggregate count() as errors | orderby errors desc | limit 1",
  ),
  followed(
    ['status 503 today', 'which users were hit?'],
    'back to the lines, but only in cart',
    "source logs between @'now' / 1d and @'now' | filter $d.status == 503 && $l.subsystemname == 'cart'",
  ),
  followed(
    ['errors by service today'],
    'ignore the ones with fewer than 5',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | filter errors >= 5 | orderby errors desc",
  ),
  followed(
    ['errors in eu-west-1 today'],
    'what about the other regions?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.region != 'eu-west-1'",
  ),
  followed(
    ['errors today', 'exclude auth'],
    'and billing',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && !in($l.subsystemname, 'auth', 'billing')",
  ),
  followed(
    ['errors in cart and billing today'],
    'drop billing',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'cart'",
  ),
  followed(
    ['how many requests did web-1 get today?'],
    'web-2?',
    "source logs between @'now' / 1d and @'now' | filter $d.host == 'web-2' | count",
  ),
  followed(
    ['errors in cart today'],
    'plus billing',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($l.subsystemname, 'cart', 'billing')",
  ),
  followed(
    ['postgresql spans slower than 200 ms'],
    'redis instead',
    "source spans | filter $d.tags['db.system'] == 'redis' && $m.duration > 200000",
  ),
  followed(
    ['errors per minute in the last hour'],
    'make it 5 minutes',
    'source logs last 1h | filter $m.severity == ERROR | groupby roundTime($m.timestamp, 5m) as bucket aggregate count() as errors | orderby bucket asc',
  ),
  followed(
    ['errors in the last hour'],
    'no wait, the last 6 hours',
    'source logs last 6h | filter $m.severity == ERROR',
  ),
];
