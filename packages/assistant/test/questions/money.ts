import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Amounts in several currencies, what databases did, and what a bank tells nobody. */
export const MONEY: readonly QuestionItem[] = [
  followed(
    ['blocks by rule this week'],
    'only above 1000',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict == 'block' && $d.rule != null && $d.amount > 1000 | groupby $d.rule aggregate count() as count | orderby count desc",
  ),
  followed(
    ['blocks by rule this week', 'only above 1000'],
    'as a list please',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict == 'block' && $d.rule != null && $d.amount > 1000",
  ),
  followed(
    ['payouts accepted by payout type today'],
    'just those over 500',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'payout accepted' && $d.amount > 500 | groupby $d.payout_type aggregate count() as count | orderby count desc",
  ),
  followed(
    ['errors by service this week'],
    'only above 10',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | filter errors > 10 | orderby errors desc",
  ),
  followed(
    ['blocks by rule this week'],
    'only below 1000',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict == 'block' && $d.rule != null | groupby $d.rule aggregate count() as count | filter count < 1000 | orderby count desc",
  ),
  followed(
    ['which payout types were there yesterday'],
    'How much money was it for each?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.payout_type != null && $l.subsystemname == 'payouts' | groupby $d.payout_type aggregate sum($d.amount) as sum_amount | orderby sum_amount desc",
  ),
  followed(
    ['which payout types were there yesterday'],
    'and the total for each of them',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.payout_type != null && $l.subsystemname == 'payouts' | groupby $d.payout_type aggregate sum($d.amount) as sum_amount | orderby sum_amount desc",
  ),
  followed(
    ['which payout types were there yesterday', 'How much money was it for each?'],
    'And in euros only?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.payout_type != null && $l.subsystemname == 'payouts' && $d.currency == 'EUR' | groupby $d.payout_type aggregate sum($d.amount) as sum_amount | orderby sum_amount desc",
  ),
  followed(
    ['which payout types were there yesterday', 'how much was it per each one'],
    'only in dollars',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.payout_type != null && $l.subsystemname == 'payouts' && $d.currency == 'USD' | groupby $d.payout_type aggregate sum($d.amount) as sum_amount | orderby sum_amount desc",
  ),
  followed(
    ['how many payouts accepted yesterday'],
    'how much money was that?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'payout accepted' | aggregate sum($d.amount) as sum_amount",
  ),
  followed(
    ['sum of amount per payout type today'],
    'only in pounds',
    "source logs between @'now' / 1d and @'now' | filter $d.currency == 'GBP' | groupby $d.payout_type aggregate sum($d.amount) as sum_amount | orderby sum_amount desc",
  ),
  answered(
    'blocks over 1000 euros this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.verdict == 'block' && $d.amount > 1000 && $d.currency == 'EUR'",
  ),
  answered(
    'amount above 500 dollars today',
    "source logs between @'now' / 1d and @'now' | filter $d.amount > 500 && $d.currency == 'USD'",
  ),
  answered(
    'payouts accepted today over 500 €',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'payout accepted' && $d.amount > 500 && $d.currency == 'EUR'",
  ),
  followed(
    ['database spans today'],
    'per operation',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['db.system.name'] != null | groupby $d.tags['db.operation.name'] aggregate count() as count | orderby count desc",
  ),
  followed(
    ['db spans slower than 200ms today', 'how many'],
    'per operation',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['db.system.name'] != null && $m.duration > 200000 | groupby $d.tags['db.operation.name'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'database calls by operation today',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['db.system.name'] != null | groupby $d.tags['db.operation.name'] aggregate count() as count | orderby count desc",
  ),
  followed(
    ['database spans today'],
    'by span name',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['db.system.name'] != null | groupby $l.operationName aggregate count() as count | orderby count desc",
  ),
  followed(
    ['spans today'],
    'per operation',
    "source spans between @'now' / 1d and @'now' | groupby $l.operationName aggregate count() as spans | orderby spans desc",
  ),
  followed(
    ['what error types are there today'],
    'only LockLost',
    "source logs between @'now' / 1d and @'now' | filter $d['error.type'] == 'LockLost'",
  ),
  followed(
    ['what error types are there today', 'only LockLost'],
    'and yesterday?',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d['error.type'] == 'LockLost'",
  ),
  followed(
    ['LockLost this week', 'how many are there?'],
    'show me those from Vienna',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d['error.type'] == 'LockLost' && $d.branch == 'Vienna'",
  ),
  declined('what is the PIN of dev-7f31?', 'clarify'),
  declined('which PIN did dev-7f31 use?', 'clarify'),
  declined("dev-7f31's token please", 'clarify'),
  declined('the card number of dev-7f31', 'clarify'),
  answered(
    'how many logins with pin today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'login' && $d.login_method == 'pin' | count",
  ),
  answered(
    'logins by password today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'login' && $d.login_method == 'password'",
  ),
  answered(
    'total amount in swiss francs today',
    "source logs between @'now' / 1d and @'now' | filter $d.currency == 'CHF' | aggregate sum($d.amount) as sum_amount",
  ),
  declined('cpu load of vault in the last hour', 'clarify'),
  declined('disk usage per branch today', 'clarify'),
  declined('how many fraud cases will we have in December?', 'refuse'),
  followed(
    ['database spans today'],
    'which operations?',
    "source spans between @'now' / 1d and @'now' | filter $d.tags['db.system.name'] != null | distinct $d.tags['db.operation.name']",
  ),
  answered(
    'lock errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d['error.type'] == 'LockLost'",
  ),
];
