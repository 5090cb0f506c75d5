import { clausesOf, expandedSize } from './expanded-size.ts';
import { childrenOf } from './sql-children.ts';
import type { SqlExpr, SqlSelect } from './sql-tree.ts';

/** Smaller expressions are written again rather than named. */
const sharedSizeMin = 6;

interface Survey {
  /** How often an expression, as one object, stands in the statement. */
  readonly uses: Map<SqlExpr, number>;
  readonly names: Map<SqlExpr, ReadonlySet<string>>;
  readonly lambdaNames: Set<string>;
}

/** Visits each object once however often it is used, so that the work is linear in what was built. */
const survey = (expr: SqlExpr, into: Survey): void => {
  into.uses.set(expr, (into.uses.get(expr) ?? 0) + 1);
  if (into.names.has(expr)) return;
  if (expr.kind === 'lambda') for (const name of expr.params) into.lambdaNames.add(name);
  const names = new Set<string>(expr.kind === 'column' ? [expr.name] : []);
  for (const child of childrenOf(expr)) {
    survey(child, into);
    for (const name of into.names.get(child) ?? []) names.add(name);
  }
  if (expr.kind === 'lambda') for (const name of expr.params) names.delete(name);
  into.names.set(expr, names);
};

const rebuild = (expr: SqlExpr, change: (child: SqlExpr) => SqlExpr): SqlExpr => {
  switch (expr.kind) {
    case 'call':
      return { ...expr, params: expr.params?.map(change) ?? null, args: expr.args.map(change) };
    case 'infix':
      return { ...expr, left: change(expr.left), right: change(expr.right) };
    case 'lambda':
      return { ...expr, body: change(expr.body) };
    case 'array':
      return { ...expr, items: expr.items.map(change) };
    case 'subscript':
      return { ...expr, of: change(expr.of), index: change(expr.index) };
    case 'in':
      return { ...expr, of: change(expr.of), select: shareSubexpressions(expr.select) };
    case 'scalar':
      return { ...expr, select: shareSubexpressions(expr.select) };
    case 'row-number':
      return { ...expr, orderBy: expr.orderBy.map((order) => ({ ...order, expr: change(order.expr) })) };
    case 'column':
    case 'string':
    case 'number':
    case 'int':
    case 'plain':
    case 'null':
    case 'bool':
      return expr;
  }
};

const shareInFrom = (from: SqlSelect['from']): SqlSelect['from'] => {
  switch (from.kind) {
    case 'table':
    case 'file':
      return from;
    case 'select':
      return { kind: 'select', select: shareSubexpressions(from.select) };
    case 'join':
      return { ...from, left: shareSubexpressions(from.left), right: shareSubexpressions(from.right) };
    case 'union':
      return { kind: 'union', selects: from.selects.map(shareSubexpressions) };
  }
};

/**
 * Names what stands in a statement more than once. Guards such as "null where the argument is null, otherwise f of the
 * argument" write their argument twice, so nested calls would double the text at every level. Expressions with a
 * variable of a lambda stay where they are.
 */
export const shareSubexpressions = (select: SqlSelect): SqlSelect => {
  const from: SqlSelect['from'] = shareInFrom(select.from);
  const seen: Survey = { uses: new Map(), names: new Map(), lambdaNames: new Set() };
  for (const root of clausesOf(select)) survey(root, seen);
  const done = new Map<SqlExpr, SqlExpr>();
  const named: { expr: SqlExpr; as: string }[] = [];
  const isShared = (expr: SqlExpr): boolean =>
    (seen.uses.get(expr) ?? 0) > 1 &&
    expandedSize(expr) >= sharedSizeMin &&
    expr.kind !== 'lambda' &&
    ![...(seen.names.get(expr) ?? [])].some((name) => seen.lambdaNames.has(name));
  const change = (expr: SqlExpr): SqlExpr => {
    const known = done.get(expr);
    if (known !== undefined) return known;
    const rebuilt = rebuild(expr, change);
    const result: SqlExpr = isShared(expr) ? { kind: 'column', name: `v${named.length + 1}` } : rebuilt;
    if (result !== rebuilt) named.push({ expr: rebuilt, as: `v${named.length + 1}` });
    done.set(expr, result);
    return result;
  };
  const columns = select.columns.map(({ expr, as }) => ({ expr: change(expr), as }));
  return {
    ...select,
    from,
    columns,
    where: select.where.map(change),
    groupBy: select.groupBy?.map(change) ?? null,
    orderBy: select.orderBy.map(({ expr, descending }) => ({ expr: change(expr), descending })),
    limitBy: select.limitBy === null ? null : { ...select.limitBy, by: select.limitBy.by.map(change) },
    with: [...select.with.map(({ expr, as }) => ({ expr: change(expr), as })), ...named],
  };
};
