const BY_SERVICE = 'by service';
const AS_A_SHARE = 'as a share';
const OVER_TIME = 'over time';

/** What is often asked next, by the kind of the query. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  list: ['how many', BY_SERVICE, OVER_TIME],
  search: ['how many', BY_SERVICE, OVER_TIME],
  threshold: ['how many', BY_SERVICE, OVER_TIME],
  count: [BY_SERVICE, OVER_TIME],
  count_by: [AS_A_SHARE, OVER_TIME],
  statistic: [BY_SERVICE, OVER_TIME],
  percentile: [BY_SERVICE, OVER_TIME],
  ratio: [BY_SERVICE, OVER_TIME],
  time_series: [BY_SERVICE],
};

/** What a query has that a follow-up would ask for. */
const HAS: Readonly<Record<string, RegExp>> = {
  [BY_SERVICE]: /\bgroupby\b[^|]*\$l\.(?:subsystemname|serviceName)\b/,
  [AS_A_SHARE]: /\bas share\b/,
};

/** Questions that may follow an answer: each is put to the same records. */
export const followUps = (intent: string, query: string): readonly string[] =>
  (NEXT[intent] ?? []).filter((next) => HAS[next]?.test(query) !== true);
