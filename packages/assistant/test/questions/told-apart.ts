import { answered, type QuestionItem } from './item.ts';

/** Values that are listed to be told apart, and what things ended with. */
export const TOLD_APART: readonly QuestionItem[] = [
  answered(
    'how do mailer logs split between push, sms and letter today?',
    "source logs between @'now' / 1d and @'now' | filter $l.subsystemname == 'mailer' && in($d.medium, 'push', 'sms', 'letter') | groupby $d.medium aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many allow, review and block verdicts in each region yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter in($d.verdict, 'allow', 'review', 'block') | groupby $d.region, $d.verdict aggregate count() as count | orderby count desc",
  ),
  answered(
    'breakdown of mailer logs into push, sms and letter',
    "source logs | filter $l.subsystemname == 'mailer' && in($d.medium, 'push', 'sms', 'letter') | groupby $d.medium aggregate count() as count | orderby count desc",
  ),
  answered(
    'count of push, sms and letter logs per hour',
    "source logs | filter in($d.medium, 'push', 'sms', 'letter') | groupby roundTime($m.timestamp, 1h) as bucket, $d.medium aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'how are verdicts divided between allow and block',
    "source logs | filter in($d.verdict, 'allow', 'block') | groupby $d.verdict aggregate count() as count | orderby count desc",
  ),
  answered(
    'number of allow and block verdicts per region',
    "source logs | filter in($d.verdict, 'allow', 'block') | groupby $d.region, $d.verdict aggregate count() as count | orderby count desc",
  ),
  answered(
    'logs by push, sms and letter',
    "source logs | filter in($d.medium, 'push', 'sms', 'letter') | groupby $d.medium aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many push or sms logs today',
    "source logs between @'now' / 1d and @'now' | filter in($d.medium, 'push', 'sms') | count",
  ),
  answered(
    'share of logs that end in block or review, per region',
    "source logs | groupby $d.region aggregate count_if(in($d.verdict, 'block', 'review')) / count() as rate | orderby rate desc",
  ),
  answered(
    'orders that ended with block today',
    "source logs between @'now' / 1d and @'now' | filter $d.verdict == 'block' | distinct $d.order_id",
  ),
  answered(
    'share of orders that end in review',
    "source logs | aggregate distinct_count_if($d.verdict == 'review', $d.order_id) / distinct_count($d.order_id) as share",
  ),
  answered('how many logs ended in block', "source logs | filter $d.verdict == 'block' | count"),
];
