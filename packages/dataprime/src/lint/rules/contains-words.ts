import type { TypedExpr } from '../../check/checked.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { some } from '../../plan/walk.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';

/** Keys whose texts people write. */
const PROSE: ReadonlySet<string> = new Set(['body', 'description', 'error', 'log', 'message', 'msg', 'text']);
const WORDS = /^\p{L}[\p{L}\p{N}]*(?: [\p{L}\p{N}]+)*$/u;
const wordsLengthMin = 3;

const findingOf = (input: LintInput, node: TypedExpr): Finding | null => {
  if (node.kind !== 'call' || node.fn.name !== 'contains') return null;
  const [target, part] = node.args;
  if (target?.kind !== 'field' || part?.kind !== 'string') return null;
  const key = target.path.at(-1);
  if (!PROSE.has(String(key).toLowerCase()) || !WORDS.test(part.value) || part.value.length < wordsLengthMin)
    return null;
  const text = `(${textAt(input, target.span)} ~ ${textAt(input, part.span)})`;
  return {
    span: node.span,
    message: '`contains` is case-sensitive and finds parts of words; `~` finds whole words in any case',
    fix: { title: `Write \`${text}\``, span: node.span, text },
  };
};

/** A search for words is mostly not meant letter by letter. */
export const containsWords: Rule = {
  code: 'DP5008',
  severity: 'info',
  find: (input) => {
    const found: Finding[] = [];
    for (const stage of input.stages)
      if (stage.kind === 'filter')
        for (const expr of stageExprs(stage))
          some(expr, (node) => {
            const finding = findingOf(input, node);
            if (finding !== null) found.push(finding);
            return false;
          });
    return found;
  },
};
