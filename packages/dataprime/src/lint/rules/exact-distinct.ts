import type { TypedExpr } from '../../check/checked.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { some } from '../../plan/walk.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';

const findingOf = (input: LintInput, node: TypedExpr): Finding | null => {
  if (node.kind !== 'call' || node.fn.name !== 'distinct_count') return null;
  const { span } = node;
  const text = textAt(input, span).replace('distinct_count', 'approx_count_distinct');
  return {
    span,
    message: '`distinct_count` keeps every value in memory; `approx_count_distinct` does not, and is off by about 2 %',
    fix: { title: 'Write `approx_count_distinct`', span, text },
  };
};

/** Only over whole windows of raw rows: a grouped result is small. */
export const exactDistinct: Rule = {
  code: 'DP5012',
  severity: 'info',
  find: (input) => {
    const first = input.stages.find(({ kind }) => kind === 'group');
    const found: Finding[] = [];
    for (const expr of first === undefined ? [] : stageExprs(first))
      some(expr, (node) => {
        const finding = findingOf(input, node);
        if (finding !== null) found.push(finding);
        return false;
      });
    return found;
  },
};
