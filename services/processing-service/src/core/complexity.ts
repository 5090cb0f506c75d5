import type { Complexity } from '@clearspan/contracts';
import { check, complexity, parse } from '@clearspan/dataprime';

/** A query that would not run costs nothing, and says so. */
const INVALID: Complexity = {
  level: 'low',
  score: 0,
  parts: [{ what: 'the query is not valid, so none of it would be run', points: 0 }],
};

/** How much work a query is, measured from its checked tree: each part that costs, with its points. */
export const complexityOf = (query: string): Complexity => {
  const { query: checked } = check(parse(query));
  if (checked === null) return INVALID;
  const { level, score, contributions } = complexity(checked);
  return {
    level,
    score,
    parts: contributions.map(({ what, count, points }) => ({ what: count > 1 ? `${what} (${count})` : what, points })),
  };
};
