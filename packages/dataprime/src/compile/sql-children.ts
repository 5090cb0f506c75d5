import type { SqlExpr } from './sql-tree.ts';

/** The expressions directly inside an expression. */
export const childrenOf = (expr: SqlExpr): readonly SqlExpr[] => {
  switch (expr.kind) {
    case 'call':
      return expr.params === null ? expr.args : [...expr.params, ...expr.args];
    case 'infix':
      return [expr.left, expr.right];
    case 'lambda':
      return [expr.body];
    case 'array':
      return expr.items;
    case 'subscript':
      return [expr.of, expr.index];
    case 'in':
      return [expr.of];
    case 'row-number':
      return expr.orderBy.map((order) => order.expr);
    case 'scalar':
    case 'column':
    case 'string':
    case 'number':
    case 'int':
    case 'plain':
    case 'null':
    case 'bool':
      return [];
  }
};
