import type { TypedExpr } from '../../check/checked.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { some } from '../../plan/walk.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';

const findingOf = (input: LintInput, node: TypedExpr): Finding | null => {
  if (node.kind !== 'call' || node.fn.name !== 'percentile') return null;
  const [p, value] = node.args;
  if (p?.kind !== 'number' || value === null || value === undefined || (p.value !== 0 && p.value !== 1)) return null;
  const text = `${p.value === 0 ? 'min' : 'max'}(${textAt(input, value.span)})`;
  return {
    span: node.span,
    message: `percentile ${p.value} is the ${p.value === 0 ? 'smallest' : 'largest'} value; \`${text}\` is exact, 0.99 is the 99th percentile`,
    fix: { title: `Write \`${text}\``, span: node.span, text },
  };
};

/** `percentile(1, …)` is rarely the first percentile that was meant. */
export const extremePercentile: Rule = {
  code: 'DP5009',
  severity: 'warning',
  find: (input) => {
    const found: Finding[] = [];
    for (const expr of input.stages.flatMap(stageExprs))
      some(expr, (node) => {
        const finding = findingOf(input, node);
        if (finding !== null) found.push(finding);
        return false;
      });
    return found;
  },
};
