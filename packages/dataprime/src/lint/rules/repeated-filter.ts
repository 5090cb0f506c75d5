import { conjuncts } from '../../plan/walk.ts';
import { removeStage } from '../edits.ts';
import { keepsOwnRows } from '../own-rows.ts';
import type { Finding, Rule } from '../rule.ts';
import { exprKey } from '../same-expr.ts';

/** A condition that holds of every row already keeps all of them. Cuts and groups between do not change that. */
export const repeatedFilter: Rule = {
  code: 'DP5006',
  severity: 'info',
  find: (input) => {
    const held = new Set<string>();
    const found: Finding[] = [];
    for (const stage of input.stages) {
      if (!keepsOwnRows(stage)) held.clear();
      if (stage.kind !== 'filter' || !stage.keep) continue;
      const parts = conjuncts(stage.condition);
      for (const part of parts) {
        const key = exprKey(part);
        const isHeld = key !== null && held.has(key);
        if (key !== null) held.add(key);
        if (!isHeld) continue;
        const message = 'the condition stands in an earlier `filter` already';
        const fix = parts.length === 1 ? removeStage(input, 'Remove the filter', stage.span) : null;
        found.push(fix === null ? { span: part.span, message } : { span: part.span, message, fix });
      }
    }
    return found;
  },
};
