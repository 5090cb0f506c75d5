import { answered, followed, type QuestionItem } from './item.ts';

const TODAY = "between @'now' / 1d and @'now'";

/** Things that the data tells of, where a word for them is also one of something else; and how it went with them. */
export const THINGS_AND_OUTCOMES: readonly QuestionItem[] = [
  answered(
    'errors by machine today',
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $d.machine.number aggregate count() as errors | orderby errors desc`,
  ),
  answered(
    'which machines had errors today',
    `source logs ${TODAY} | filter $m.severity == ERROR | distinct $d.machine.number`,
  ),
  answered('failed checks today', "source logs between @'now' / 1d and @'now' | filter $d.check.outcome == 'fail'"),
  answered(
    'share of failed checks per scale',
    "source logs | filter $d.check.outcome != null && $d.check.scale != null | groupby $d.check.scale aggregate count_if($d.check.outcome == 'fail') / count() as rate | orderby rate desc",
  ),
  answered(
    'rewashed, passed and failed checks per day, one column each',
    "source logs | filter $d.check.outcome != null | groupby roundTime($m.timestamp, 1d) as bucket aggregate count_if($d.check.outcome == 'rewash') as rewashed, count_if($d.check.outcome == 'pass') as passed, count_if($d.check.outcome == 'fail') as failed | orderby bucket asc",
  ),
  answered(
    'check failure rate by town',
    "source logs | filter $d.check.outcome != null | groupby $d.town aggregate count_if($d.check.outcome == 'fail') / count() as rate | orderby rate desc",
  ),
  answered(
    'fail rate of s-1',
    "source logs | filter $d.check.outcome != null && $d.check.scale == 's-1' | aggregate count_if($d.check.outcome == 'fail') / count() as rate",
  ),
  answered(
    'failed checks per thousand by scale',
    "source logs | filter $d.check.outcome != null && $d.check.scale != null | groupby $d.check.scale aggregate count_if($d.check.outcome == 'fail') / count() * 1000 as per_1000 | orderby per_1000 desc",
  ),
  answered('late baskets today', "source logs between @'now' / 1d and @'now' | filter $d.basket.hoursLate > 0"),
  answered(
    'share of late baskets by town',
    'source logs | filter $d.basket.hoursLate != null | groupby $d.town aggregate count_if($d.basket.hoursLate > 0) / count() as rate | orderby rate desc',
  ),
  answered(
    'how many pieces were spoiled today',
    "source logs between @'now' / 1d and @'now' | aggregate sum($d.spoil.pieces) as sum_pieces",
  ),
  answered(
    'total number of spoiled pieces per machine',
    'source logs | filter $d.spoil.pieces != null | groupby $d.machine.number aggregate sum($d.spoil.pieces) as sum_pieces | orderby sum_pieces desc',
  ),
  answered(
    'number of pieces by cause',
    'source logs | filter $d.spoil.cause != null | groupby $d.spoil.cause aggregate sum($d.spoil.pieces) as sum_pieces | orderby sum_pieces desc',
  ),
  answered(
    'which machine spoiled the most pieces this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.spoil.pieces != null && $d.machine.number != null | groupby $d.machine.number aggregate sum($d.spoil.pieces) as sum_pieces | orderby sum_pieces desc | limit 1",
  ),
  answered(
    'which cause had the most pieces',
    'source logs | filter $d.spoil.cause != null | groupby $d.spoil.cause aggregate sum($d.spoil.pieces) as sum_pieces | orderby sum_pieces desc | limit 1',
  ),
  answered(
    'what percent of all spoiled pieces does each cause account for?',
    'source logs | filter $d.spoil.cause != null | groupby $d.spoil.cause aggregate sum($d.spoil.pieces) as sum_pieces | join cross (source logs | filter $d.spoil.cause != null | aggregate sum($d.spoil.pieces) as total) into all | choose spoil.cause, sum_pieces, sum_pieces / all.total as share | orderby sum_pieces desc',
  ),
  answered(
    'spoiled pieces per hour today',
    "source logs between @'now' / 1d and @'now' | groupby roundTime($m.timestamp, 1h) as bucket aggregate sum($d.spoil.pieces) as sum_pieces | orderby bucket asc",
  ),
  answered(
    'average deviation per scale',
    'source logs | filter $d.check.scale != null | groupby $d.check.scale aggregate avg($d.check.deviationGrams) as avg_deviationgrams | orderby avg_deviationgrams desc',
  ),
  answered(
    'p50 and p95 of the deviation today',
    "source logs between @'now' / 1d and @'now' | aggregate percentile(0.5, $d.check.deviationGrams) as p50_deviationgrams, percentile(0.95, $d.check.deviationGrams) as p95_deviationgrams",
  ),
  answered(
    'average and standard deviation of the measured deviation per scale',
    'source logs | filter $d.check.scale != null | groupby $d.check.scale aggregate avg($d.check.deviationGrams) as avg_deviationgrams, stddev($d.check.deviationGrams) as stddev_deviationgrams | orderby avg_deviationgrams desc',
  ),
  answered(
    'standard deviation of the deviation by town',
    'source logs | groupby $d.town aggregate stddev($d.check.deviationGrams) as stddev_deviationgrams | orderby stddev_deviationgrams desc',
  ),
  answered(
    'checks in buckets of 5 grams deviation',
    'source logs | filter $d.check.deviationGrams != null | groupby floor($d.check.deviationGrams / 5) * 5 as deviationGrams_from aggregate count() as count | orderby deviationGrams_from asc',
  ),
  answered(
    'which scales have a fail rate above 20%',
    "source logs | filter $d.check.outcome != null && $d.check.scale != null | groupby $d.check.scale aggregate count_if($d.check.outcome == 'fail') / count() as rate | filter rate > 0.2 | orderby rate desc",
  ),
  answered(
    'errors of drum machines today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.machine.make == 'drum'",
  ),
  answered(
    'how many spoiled pieces per machine this week, and for what cause?',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.spoil.cause != null | groupby $d.machine.number, $d.spoil.cause aggregate sum($d.spoil.pieces) as sum_pieces | orderby sum_pieces desc",
  ),
  answered(
    'late baskets by town',
    'source logs | filter $d.basket.hoursLate > 0 | groupby $d.town aggregate count() as count | orderby count desc',
  ),
  answered(
    'largest deviation today: show that check',
    "source logs between @'now' / 1d and @'now' | orderby $d.check.deviationGrams desc | limit 1",
  ),
  followed(
    ['failed checks today'],
    'and the rewashed ones?',
    "source logs between @'now' / 1d and @'now' | filter $d.check.outcome == 'rewash'",
  ),
  followed(
    ['failed checks by scale today'],
    'only drum machines',
    "source logs between @'now' / 1d and @'now' | filter $d.check.outcome == 'fail' && $d.check.scale != null && $d.machine.make == 'drum' | groupby $d.check.scale aggregate count() as count | orderby count desc",
  ),
];
