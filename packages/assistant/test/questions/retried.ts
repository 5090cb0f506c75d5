import { answered, type QuestionItem } from './item.ts';

/** How often something was tried, where records tell it. */
export const RETRIED: readonly QuestionItem[] = [
  answered('orders retried more than 2 times', 'source logs | filter $d.retry_count > 2 | distinct $d.order_id'),
  answered(
    'which mails needed at least 3 attempts',
    "source logs | filter $l.subsystemname == 'mailer' && $d.retry_count >= 3",
  ),
  answered(
    'tickets that failed after 4 retries',
    "source logs | filter $l.subsystemname == 'tickets' && $m.severity >= ERROR && $d.retry_count == 4",
  ),
  answered(
    'how many records were retried more than twice per region',
    'source logs | filter $d.retry_count > 2 | groupby $d.region aggregate count() as count | orderby count desc',
  ),
  answered(
    'errors that were retried twice today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.retry_count == 2",
  ),
  answered(
    'share of sms that took more than 1 retry',
    "source logs | filter $d.medium == 'sms' | aggregate count_if($d.retry_count > 1) / count() as rate",
  ),
  answered('errors with 3 or more retries', 'source logs | filter $m.severity == ERROR && $d.retry_count >= 3'),
  answered('logs with exactly 2 retries', 'source logs | filter $d.retry_count == 2'),
  answered(
    'errors retried more than 20 times',
    "source logs | filter $m.severity == ERROR && $d.message ~ 'retry' | aggregate count() as errors | filter errors > 20",
  ),
];
