import { percent } from '../figures.ts';
import type { InsightRule } from './rule.ts';

const CONFIDENCE_MIN = 0.5;

export const doubtfulQuestion: InsightRule = ({ intentConfidence }) =>
  intentConfidence >= CONFIDENCE_MIN
    ? null
    : {
        kind: 'quality',
        message: `what the question is after was recognised with a confidence of ${percent(intentConfidence)} only`,
        recommendation: 'the interpretation shown with the answer says how the question was read',
      };
