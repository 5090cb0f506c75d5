import type { Insight } from '@clearspan/contracts';
import type { Facts } from '../facts.ts';
import { cutResult } from './cut-result.ts';
import { doubtfulQuestion } from './doubtful-question.ts';
import { emptyResult } from './empty-result.ts';
import { flawedQuery } from './flawed-query.ts';
import { manyGroups } from './many-groups.ts';
import { measuredRun } from './measured-run.ts';
import { missingValues } from './missing-values.ts';
import { openWindow } from './open-window.ts';
import type { InsightRule } from './rule.ts';
import { skewedGroups } from './skewed-groups.ts';
import { slowRun } from './slow-run.ts';
import { weakFilter } from './weak-filter.ts';

/** In the order they are shown. */
const RULES: readonly InsightRule[] = [
  measuredRun,
  emptyResult,
  cutResult,
  skewedGroups,
  manyGroups,
  weakFilter,
  slowRun,
  openWindow,
  missingValues,
  doubtfulQuestion,
  flawedQuery,
];

/** What is worth knowing of an answer; every figure in it was measured. */
export const insightsOf = (facts: Facts): readonly Insight[] => RULES.flatMap((rule) => rule(facts) ?? []);
