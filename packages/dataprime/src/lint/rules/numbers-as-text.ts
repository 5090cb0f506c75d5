import type { TypedExpr } from '../../check/checked.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { some } from '../../plan/walk.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';
import { bare } from '../same-expr.ts';

const ORDER: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const NUMBER_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const findingOf = (input: LintInput, node: TypedExpr): Finding | null => {
  if (node.kind !== 'binary' || !ORDER.has(node.op)) return null;
  const [left, right] = [bare(node.left), bare(node.right)];
  if (left.kind !== 'field' || right.kind !== 'string' || !NUMBER_TEXT.test(right.value)) return null;
  const text = `${textAt(input, left.span)}:number ${node.op} ${right.value}`;
  return {
    span: node.span,
    message: `expected a number to compare with, found the text '${right.value}': as text, \`10\` is below \`9\``,
    fix: { title: `Write \`${text}\``, span: node.span, text },
  };
};

/** Text is compared letter by letter. */
export const numbersAsText: Rule = {
  code: 'DP5010',
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
