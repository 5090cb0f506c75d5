import { identifier, intLiteral, numberLiteral, plainLiteral, stringLiteral } from './literal.ts';
import type { SqlExpr, SqlInfix, SqlOrder, SqlSelect } from './sql-tree.ts';

const list = (items: readonly SqlExpr[]): string => items.map(printSqlExpr).join(', ');

/** The operands of AND and OR side by side: the engine's parser has a limit on how deep parentheses stand. */
const chain = (expr: SqlExpr, op: SqlInfix): readonly string[] => {
  if (expr.kind !== 'infix' || expr.op !== op) return [printSqlExpr(expr)];
  if (op !== 'AND' && op !== 'OR') return [printSqlExpr(expr.left), printSqlExpr(expr.right)];
  return [...chain(expr.left, op), ...chain(expr.right, op)];
};

/** SQL text of an expression. Renders, never decides. */
const printSqlExpr = (expr: SqlExpr): string => {
  switch (expr.kind) {
    case 'column':
      return identifier(expr.name);
    case 'string':
      return stringLiteral(expr.value);
    case 'number':
      return numberLiteral(expr.value);
    case 'int':
      return intLiteral(expr.value);
    case 'plain':
      return plainLiteral(expr.value);
    case 'null':
      return 'NULL';
    case 'bool':
      return expr.value ? 'true' : 'false';
    case 'call':
      return `${identifier(expr.name)}${expr.params === null ? '' : `(${list(expr.params)})`}(${list(expr.args)})`;
    case 'infix':
      return `(${chain(expr, expr.op).join(` ${expr.op} `)})`;
    case 'lambda':
      return `(${expr.params.map(identifier).join(', ')}) -> ${printSqlExpr(expr.body)}`;
    case 'array':
      return `[${list(expr.items)}]`;
    case 'subscript':
      return `${printSqlExpr(expr.of)}[${printSqlExpr(expr.index)}]`;
    case 'scalar':
      return inParens(expr.select);
    case 'in':
      return `(${printSqlExpr(expr.of)} IN ${inParens(expr.select)})`;
    case 'row-number':
      return `row_number() OVER (${printOrder(expr.orderBy)})`;
    default:
      return unreachable(expr);
  }
};

/** The ORDER BY clause; empty for no order. */
const printOrder = (orderBy: readonly SqlOrder[]): string => {
  const keys = orderBy.map(({ expr, descending }) => `${printSqlExpr(expr)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  return keys.length === 0 ? '' : `ORDER BY ${keys.join(', ')}`;
};

const indent = (text: string): string => text.replaceAll('\n', '\n  ');

const JOINS = { left: 'LEFT JOIN', inner: 'INNER JOIN', full: 'FULL JOIN', cross: 'CROSS JOIN' } as const;

const inParens = (select: SqlSelect): string => `(\n  ${indent(printSelect(select))}\n)`;

const printFrom = (from: SqlSelect['from']): string => {
  switch (from.kind) {
    case 'table':
      return identifier(from.name);
    case 'file': {
      // Without the last argument a name such as `app.gz` would be unpacked.
      const { path, format, structure } = from.file;
      return `file(${[path, format, structure, 'none'].map(stringLiteral).join(', ')})`;
    }
    case 'select':
      return inParens(from.select);
    case 'join': {
      const on = from.on.map(([left, right]) => `(${identifier(left)} = ${identifier(right)})`).join(' AND ');
      const sides = `${inParens(from.left)} AS left_rows\n${JOINS[from.mode]} ${inParens(from.right)} AS right_rows`;
      return on === '' ? sides : `${sides}\nON ${on}`;
    }
    case 'union':
      return `(\n  ${from.selects.map((select) => indent(inParens(select))).join('\n  UNION ALL\n  ')}\n)`;
  }
};

/** Columns of columns, `events.ts`, are read by their name as it is, but given it in quotes only. */
const alias = (name: string): string => (name.includes('.') ? `\`${identifier(name)}\`` : identifier(name));

/** SQL text of a statement, one clause a line. */
export const printSelect = (select: SqlSelect): string => {
  const columns = select.columns.map(({ expr, as }) => {
    const text = printSqlExpr(expr);
    return as === null || as === text ? text : `${text} AS ${alias(as)}`;
  });
  const lines: string[] = [];
  if (select.with.length > 0)
    lines.push(`WITH ${select.with.map(({ expr, as }) => `${printSqlExpr(expr)} AS ${identifier(as)}`).join(', ')}`);
  lines.push(`SELECT ${columns.length === 0 ? '1' : columns.join(', ')}`);
  lines.push(`FROM ${printFrom(select.from)}`);
  if (select.unnest !== null)
    lines.push(`ARRAY JOIN ${identifier(select.unnest.of)} AS ${identifier(select.unnest.as)}`);
  if (select.where.length > 0) lines.push(`WHERE ${select.where.map(printSqlExpr).join(' AND ')}`);
  if (select.groupBy !== null && select.groupBy.length > 0) lines.push(`GROUP BY ${list(select.groupBy)}`);
  if (select.having !== null) lines.push(`HAVING ${printSqlExpr(select.having)}`);
  if (select.orderBy.length > 0) lines.push(printOrder(select.orderBy));
  if (select.limitBy !== null) lines.push(`LIMIT ${plainLiteral(select.limitBy.count)} BY ${list(select.limitBy.by)}`);
  if (select.limit !== null) lines.push(`LIMIT ${plainLiteral(select.limit)}`);
  return lines.join('\n');
};

const unreachable = (value: never): never => {
  throw new TypeError(`unexpected SQL node ${JSON.stringify(value)}`);
};
