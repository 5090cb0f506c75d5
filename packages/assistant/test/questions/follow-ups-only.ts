import { answered, followed, type QuestionItem } from './item.ts';

/** Fewer of what was shown. */
export const FOLLOW_UPS_ONLY: readonly QuestionItem[] = [
  followed(
    ['requests of u-0009 today'],
    'Show only warnings and errors.',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && in($m.severity, WARNING, ERROR)",
  ),
  followed(
    ['requests of u-0009 today'],
    'only show errors',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && $m.severity == ERROR",
  ),
  followed(
    ['requests of u-0009 today'],
    'list only the failed ones',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && $d.status >= 400",
  ),
  followed(
    ['requests of u-0009 today'],
    'give me just the errors',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && $m.severity == ERROR",
  ),
  followed(
    ['requests of u-0009 today'],
    'please show just the warnings',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && $m.severity == WARNING",
  ),
  followed(
    ['logs of payments today'],
    'show me only those with status 500',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'payment-gateway' && $d.status == 500",
  ),
  followed(
    ['errors today'],
    'show only the last 5',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | orderby $m.timestamp desc | limit 5",
  ),
  followed(
    ['requests by path today'],
    'only show the top 3',
    "source logs between @'now' / 1d and @'now' | groupby $d.path aggregate count() as requests | orderby requests desc | limit 3",
  ),
  followed(
    ['logs of payments yesterday'],
    'just list errors',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $l.subsystemname == 'payment-gateway' && $m.severity == ERROR",
  ),
  followed(
    ['requests of u-0009 today'],
    'can you show only errors and warnings?',
    "source logs between @'now' / 1d and @'now' | filter $d.user_id == 'u-0009' && in($m.severity, ERROR, WARNING)",
  ),
  answered('show only errors', 'source logs | filter $m.severity == ERROR'),
];
