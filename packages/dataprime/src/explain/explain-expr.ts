import type { CaseForm } from '../ast/expr.ts';
import type { CheckedColumn, CheckedQuery, TypedExpr } from '../check/checked.ts';
import { pathText } from '../check/path.ts';
import { TABLE_KEY } from '../schema/table-fields.ts';
import { intervalText } from '../types/interval-text.ts';
import { timestampText } from '../types/timestamp-text.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  '~': 'contains the words',
  '~~': 'contains the words',
  '&&': 'and',
  '||': 'or',
};

/** What the arms of a case compare its subject by; those of a plain one are conditions. */
const CASES: Readonly<Record<CaseForm, string>> = {
  case: 'is',
  case_contains: 'contains',
  case_equals: 'is',
  case_greaterthan: 'is above',
  case_lessthan: 'is below',
};

/** How deep an expression is told; below, an ellipsis stands for the rest. */
const depthMax = 8;

/** What columns are called, and how a query inside an expression is told, where more than its data set is to be told of it. */
export interface ColumnNames {
  get(id: number): string | undefined;
  readonly queryText?: (query: CheckedQuery) => string;
}

/** A column that no row shows: a key of a join, a row of another query. */
export const isHidden = ({ path }: CheckedColumn): boolean => path.length === 1 && path[0] === '_';

/** What a column is called: by its place in the row, or by what it is made of where it has none. */
export const nameOfColumn = (column: CheckedColumn, names: ColumnNames): string =>
  isHidden(column) ? explainExpr(column.expr, names) : pathText(column.root, column.path);

/** An expression in English: `status is at least 500 and path is "/pay"`. */
export const explainExpr = (expr: TypedExpr, names: ColumnNames, depth = 0): string => {
  if (depth > depthMax) return '…';
  const inner = (child: TypedExpr): string => explainExpr(child, names, depth + 1);
  switch (expr.kind) {
    case 'null':
      return 'nothing';
    case 'bool':
    case 'number':
      return String(expr.value);
    case 'string':
      return `"${expr.value}"`;
    case 'interval':
      return intervalText(expr.nanos);
    case 'timestamp':
      return timestampText(expr.nanos).replace(/(?:\.000000000)?Z$/, ' UTC');
    case 'regexp':
      return `/${expr.pattern}/`;
    case 'severity':
      return expr.name;
    case 'parameter':
      return {
        now: 'now',
        startTime: 'the start of the window',
        endTime: 'the end of the window',
        suggestedInterval: 'the suggested interval',
      }[expr.name];
    case 'field':
      if (expr.path.length === 0) return 'the record';
      return expr.root === 'm' && expr.path[0] === TABLE_KEY ? 'its first column' : pathText('d', expr.path);
    case 'column': {
      const name = names.get(expr.id) ?? 'a computed value';
      return expr.path.length === 0 ? name : `${name}.${expr.path.join('.')}`;
    }
    case 'object':
      return 'the record';
    case 'array':
      return `[${expr.items.map(inner).join(', ')}]`;
    case 'template':
      return 'a text made of several values';
    case 'not':
      return `not (${inner(expr.operand)})`;
    case 'negate':
      return `-${inner(expr.operand)}`;
    case 'presence':
      return `${inner(expr.operand)} is ${expr.present ? 'present' : 'missing'}`;
    case 'cast':
      return expr.operand.type.kind === 'unknown' && expr.type.kind !== 'string'
        ? `${inner(expr.operand)} as ${expr.type.kind}`
        : inner(expr.operand);
    case 'use':
      return inner(expr.operand);
    case 'access':
      return `${inner(expr.operand)}[${expr.path.join('.')}]`;
    case 'binary': {
      const text = `${inner(expr.left)} ${OPERATORS[expr.op] ?? expr.op} ${inner(expr.right)}`;
      return depth > 0 && (expr.op === '||' || OPERATORS[expr.op] === undefined) ? `(${text})` : text;
    }
    case 'subquery':
      return `the values of a query of ${names.queryText?.(expr.query) ?? expr.query.source.dataset}`;
    case 'call':
      return explainCall(expr, inner);
    case 'case':
      return explainCase(expr, inner);
    default:
      return unreachable(expr);
  }
};

/** Each value with when it is: `("over" where duration is above 500, nothing else)`. */
const explainCase = (
  { form, subject, arms, otherwise }: TypedExpr & { kind: 'case' },
  inner: (expr: TypedExpr) => string,
): string => {
  const said = arms.map(({ when, result }) => {
    const condition = subject === null ? inner(when) : `${inner(subject)} ${CASES[form]} ${inner(when)}`;
    return `${inner(result)} where ${condition}`;
  });
  return `(${[...said, `${otherwise === null ? 'nothing' : inner(otherwise)} else`].join(', ')})`;
};

const CALLS: Readonly<Record<string, (args: readonly string[]) => string>> = {
  count: (args) => (args.length === 0 ? 'the number of rows' : `the number of rows with ${args[0]}`),
  count_if: ([condition]) => `the number of rows where ${condition}`,
  distinct_count: ([item]) => `the number of distinct ${item}`,
  approx_count_distinct: ([item]) => `about the number of distinct ${item}`,
  sum: ([item]) => `the sum of ${item}`,
  avg: ([item]) => `the average ${item}`,
  min: (args) => (args.length === 1 ? `the smallest ${args[0]}` : `the smallest of ${args.join(', ')}`),
  max: (args) => (args.length === 1 ? `the largest ${args[0]}` : `the largest of ${args.join(', ')}`),
  median: ([item]) => `the median ${item}`,
  percentile: ([p, item]) => `the ${Number(p) * 100}th percentile of ${item}`,
  collect: ([item]) => `all ${item}`,
  any_value: ([item]) => `any ${item ?? 'record'}`,
  roundTime: ([time, interval]) => `${time} in steps of ${interval}`,
  contains: ([text, part]) => `${text} contains ${part}`,
  startsWith: ([text, part]) => `${text} begins with ${part}`,
  endsWith: ([text, part]) => `${text} ends with ${part}`,
  findPattern: ([target, , written]) => `${target} has words like ${written}`,
  in: ([item, ...options]) => `${item} is one of ${options.join(', ')}`,
};

const explainCall = (expr: TypedExpr & { kind: 'call' }, inner: (expr: TypedExpr) => string): string => {
  const args = expr.args.filter((arg) => arg !== null).map(inner);
  const say = CALLS[expr.fn.name];
  return say === undefined ? `${expr.fn.name}(${args.join(', ')})` : say(args);
};

const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
