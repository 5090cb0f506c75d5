import { answered, type QuestionItem } from './item.ts';

/** A number without a unit that bounds what is worked out for each group, and not a field of the records. */
export const BOUNDS_OF_GROUPS: readonly QuestionItem[] = [
  answered(
    'error % per service last hour, only > 10',
    'source logs last 1h | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.1 | orderby error_rate desc',
  ),
  answered(
    'error % per service last hour, only > 1',
    'source logs last 1h | groupby $l.subsystemname aggregate count_if($m.severity == ERROR) / count() as error_rate | filter error_rate > 0.01 | orderby error_rate desc',
  ),
  answered(
    'average cart value per service, only over 50',
    'source logs | groupby $l.subsystemname aggregate avg($d.cart_value) as avg_cart_value | filter avg_cart_value > 50 | orderby avg_cart_value desc',
  ),
];
