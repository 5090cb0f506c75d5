import { percent } from '../figures.ts';
import type { InsightRule } from './rule.ts';

export const flawedQuery: InsightRule = ({ validation }) => {
  if (!validation.is_valid)
    return {
      kind: 'quality',
      message: 'the query did not pass validation',
      recommendation: 'the errors listed with the answer say what to change',
    };
  if (validation.syntax_score >= 1) return null;
  return {
    kind: 'quality',
    message: `validation passed the query with a score of ${percent(validation.syntax_score)}`,
    recommendation: 'the warnings listed with the answer say what to change',
  };
};
