import type { Expr, KeypathExpr } from '../ast/expr.ts';
import type { Column } from '../ast/stage.ts';
import type { Path, RowRoot } from './checked.ts';
import { staticPath, targetPath, withoutParens } from './keypath.ts';
import { pathText } from './path.ts';
import { error, report, type Scope } from './scope.ts';

export interface Named {
  readonly root: RowRoot;
  readonly path: Path;
}

/** The keypath an expression is, seen through parentheses and casts. */
const keypathOf = (expr: Expr): KeypathExpr | null => {
  const bare = withoutParens(expr);
  if (bare.kind === 'keypath') return bare;
  return bare.kind === 'cast' ? keypathOf(bare.operand) : null;
};

/** Names a column (§4.0): its alias, else its keypath, else `otherwise`. `keepRoot`: `$m.x` stays in `$m`. */
export const nameColumn = (scope: Scope, column: Column, otherwise: () => string, keepRoot: boolean): Named => {
  if (column.alias !== null) {
    const target = targetPath(scope, column.alias);
    return target === null
      ? { root: 'd', path: ['_'] }
      : { root: column.alias.root === null ? 'd' : target.root, path: target.path };
  }
  const keypath = keypathOf(column.expr);
  const written = keypath === null ? null : staticPath(scope, keypath);
  const isTree = written?.path.length === 0 && withoutParens(column.expr).kind === 'keypath';
  // All of a tree stays where it is: `choose $m.timestamp, $d`.
  if (keepRoot && isTree && written.root !== 'p') return { root: written.root, path: [] };
  const path = written?.path.filter((key) => typeof key === 'string') ?? [];
  if (written === null || written.root === 'p' || path.length === 0 || path.length !== written.path.length) {
    return { root: 'd', path: [otherwise()] };
  }
  return { root: keepRoot ? written.root : 'd', path };
};

/** The name of an expression that is neither a keypath nor a single aggregation; a better one is asked for. */
export const computedName = (scope: Scope, column: Column, index: number): string => {
  report(
    scope.session,
    'DP3004',
    'info',
    `the column is named \`_expr${index}\`; \`as\` gives it a better name`,
    column.expr.span,
  );
  return `_expr${index}`;
};

/** `_max0` for an aggregation at position 0; `_expr0` for a computation over aggregations. */
export const aggregateName = (scope: Scope, column: Column, index: number): string => {
  const bare = withoutParens(column.expr);
  return bare.kind === 'call' ? `_${bare.name.text}${index}` : computedName(scope, column, index);
};

/** Two columns of one stage must not have one name. */
export const distinctNames = (
  scope: Scope,
  columns: readonly (Named & { readonly expr: { readonly span: { start: number; end: number } } })[],
): void => {
  const seen = new Set<string>();
  for (const column of columns) {
    const key = JSON.stringify([column.root, column.path]);
    if (seen.has(key))
      error(
        scope,
        'DP2011',
        `two columns are named \`${pathText(column.root, column.path)}\`; \`as\` tells them apart`,
        column.expr.span,
      );
    seen.add(key);
  }
};
