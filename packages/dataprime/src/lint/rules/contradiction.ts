import type { TypedExpr } from '../../check/checked.ts';
import { conjuncts } from '../../plan/walk.ts';
import { keepsOwnRows } from '../own-rows.ts';
import type { Finding, Rule } from '../rule.ts';
import { exprKey } from '../same-expr.ts';

const LITERALS: ReadonlySet<string> = new Set(['bool', 'number', 'string', 'severity']);

type Equality = TypedExpr & { readonly kind: 'binary' };

const isEquality = (expr: TypedExpr): expr is Equality =>
  expr.kind === 'binary' && expr.op === '==' && LITERALS.has(expr.right.kind) && !LITERALS.has(expr.left.kind);

/** One value cannot be two: the filter then keeps nothing. */
export const contradiction: Rule = {
  code: 'DP5013',
  severity: 'warning',
  find: ({ stages }) => {
    /** What a value was last held equal to. */
    const held = new Map<string, string>();
    const found: Finding[] = [];
    for (const stage of stages) {
      if (!keepsOwnRows(stage)) held.clear();
      if (stage.kind !== 'filter' || !stage.keep) continue;
      for (const part of conjuncts(stage.condition).filter(isEquality)) {
        const [left, right] = [exprKey(part.left), exprKey(part.right)];
        if (left === null || right === null) continue;
        const other = held.get(left);
        held.set(left, right);
        if (other !== undefined && other !== right)
          found.push({ span: part.span, message: 'an earlier condition asks for another value: no row is kept' });
      }
    }
    return found;
  },
};
