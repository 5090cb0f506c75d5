import { answered, type QuestionItem } from './item.ts';

/** One row of a ranking, parts of the week and the day held against each other, shares within what another field tells. */
export const ORDINALS_AND_SIDES: readonly QuestionItem[] = [
  answered(
    'what was the second most common error yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR | groupby $d.msg aggregate count() as errors | orderby errors desc | limit 2 | orderby errors asc | limit 1",
  ),
  answered(
    'the 3rd slowest request of checkout today',
    "source spans between @'now' / 1d and @'now' | filter $l.serviceName == 'checkout' | orderby $m.duration desc | limit 3 | orderby $m.duration asc | limit 1",
  ),
  answered(
    'which user has the second most errors',
    'source logs | filter $m.severity == ERROR && $d.user_id != null | groupby $d.user_id aggregate count() as errors | orderby errors desc | limit 2 | orderby errors asc | limit 1',
  ),
  answered(
    'third slowest endpoint',
    'source logs | filter $d.path != null | groupby $d.path aggregate avg($d.duration_ms) as avg_duration_ms | orderby avg_duration_ms desc | limit 3 | orderby avg_duration_ms asc | limit 1',
  ),
  answered(
    'errors on weekends vs weekdays',
    "source logs | filter $m.severity == ERROR | groupby case { extractTime($m.timestamp, 'day_of_week') >= 6 && extractTime($m.timestamp, 'day_of_week') <= 7 -> 'weekend', extractTime($m.timestamp, 'day_of_week') >= 1 && extractTime($m.timestamp, 'day_of_week') <= 5 -> 'weekday' } as period aggregate count() as errors | orderby period asc",
  ),
  answered(
    'average latency of checkout on weekdays compared to weekends',
    "source spans | filter $l.serviceName == 'checkout' | groupby case { extractTime($m.timestamp, 'day_of_week') >= 6 && extractTime($m.timestamp, 'day_of_week') <= 7 -> 'weekend', extractTime($m.timestamp, 'day_of_week') >= 1 && extractTime($m.timestamp, 'day_of_week') <= 5 -> 'weekday' } as period aggregate avg($m.duration) as avg_duration | orderby period asc",
  ),
  answered(
    'do we have more errors at the weekend than during the week',
    "source logs | filter $m.severity == ERROR | groupby case { extractTime($m.timestamp, 'day_of_week') >= 6 && extractTime($m.timestamp, 'day_of_week') <= 7 -> 'weekend', extractTime($m.timestamp, 'day_of_week') >= 1 && extractTime($m.timestamp, 'day_of_week') <= 5 -> 'weekday' } as period aggregate count() as errors | orderby period asc",
  ),
  answered(
    'error rate at night vs during the day',
    "source logs | groupby case { extractTime($m.timestamp, 'hour') >= 22 || extractTime($m.timestamp, 'hour') < 6 -> 'night', !(extractTime($m.timestamp, 'hour') >= 22 || extractTime($m.timestamp, 'hour') < 6) -> 'day' } as period aggregate count_if($m.severity == ERROR) / count() as error_rate | orderby period asc",
  ),
  answered(
    'errors during business hours versus outside',
    "source logs | filter $m.severity == ERROR | groupby case { extractTime($m.timestamp, 'hour') >= 9 && extractTime($m.timestamp, 'hour') < 17 -> 'business hours', !(extractTime($m.timestamp, 'hour') >= 9 && extractTime($m.timestamp, 'hour') < 17) -> 'outside' } as period aggregate count() as errors | orderby period asc",
  ),
  answered(
    'share of checkout among all errors',
    "source logs | filter $m.severity == ERROR | aggregate count_if($l.subsystemname == 'checkout') / count() as share",
  ),
  answered(
    'of all errors today, how many percent were from checkout',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | aggregate count_if($l.subsystemname == 'checkout') / count() as share",
  ),
];
