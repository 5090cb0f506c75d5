import type { CommandPage } from '../command-page.ts';
import { AS_KEY, may, part } from '../command-page.ts';

const ranked = (
  which: string,
  order: string,
  other: 'top' | 'bottom',
  examples: CommandPage['examples'],
): CommandPage => ({
  parts: [
    part('N', 'whole number above 0, written out', 'how many rows at most'),
    part('e, …', 'values or aggregations', 'the columns'),
    AS_KEY,
    part(
      'by e, …',
      'values with an order, or aggregations',
      `what decides: ${order} first. A key that is no column becomes one`,
    ),
  ],
  row: 'closes',
  notes: [
    'Where an aggregation stands anywhere in it, the columns without one are keys of groups; otherwise it is a choice of rows.',
    `The ${which} of all rows, not of each group. Of rows that are equal any comes first; null comes last. Without \`as\` an aggregation is named as in \`groupby\`.`,
  ],
  examples,
  see: [other, 'orderby', 'limit', 'groupby'],
});

export const TOP: CommandPage = ranked('largest', 'the largest', 'bottom', [
  ['Rows:', 'top 2 path, duration_ms by duration_ms'],
  ['Groups:', 'top 2 path, sum(duration_ms) as total by total'],
  ['The order key becomes a column:', 'top 2 $l.subsystemname as service by max(duration_ms)'],
]);

export const BOTTOM: CommandPage = ranked('smallest', 'the smallest', 'top', [
  ['Rows:', 'bottom 2 path, duration_ms by duration_ms'],
  ['Groups:', 'bottom 2 path, avg(duration_ms) as mean by mean'],
]);

export const ORDERBY: CommandPage = {
  parts: [
    part('e, …', 'values with an order', 'by the first, then by the next where it is equal'),
    may('asc | desc', '', 'after each of them: smallest or largest first; `asc` without it'),
  ],
  row: 'keeps',
  notes: [
    'Null comes last both ways. Text is compared by its characters: a cast orders it as numbers (`key:number`).',
    'A key whose values have several types is ordered numbers first, then text, then truth values. Commands that group, and `union`, lose the order again.',
  ],
  examples: [
    ['Two keys:', 'orderby status desc, duration_ms | choose status, duration_ms'],
    ['Something computed:', 'orderby path.length(), path | choose path'],
  ],
  see: ['top', 'limit', 'dedupeby'],
};
