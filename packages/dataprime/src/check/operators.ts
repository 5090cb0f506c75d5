import type { BinaryExpr, BinaryOp, Expr } from '../ast/expr.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { BOOL, INTERVAL, NUMBER, TIMESTAMP, type Type, typeName } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { want, wantCondition, wantSame } from './coerce.ts';
import { withoutParens } from './keypath.ts';
import { knownValue } from './rules/known-value.ts';
import { error, type Scope, sourceText, wrong } from './scope.ts';

type Operands = { readonly left: TypedExpr; readonly right: TypedExpr };

const node = (expr: BinaryExpr, { left, right }: Operands, type: Type): TypedExpr => ({
  kind: 'binary',
  op: expr.op,
  left,
  right,
  type,
  span: expr.span,
});

/** The operands of a chain of `+`, from left to right. */
const summands = (expr: Expr): readonly Expr[] =>
  expr.kind === 'binary' && expr.op === '+' ? [...summands(expr.left), ...summands(expr.right)] : [expr];

const joined = (scope: Scope, expr: BinaryExpr): Fix => {
  const text = `concat(${summands(expr)
    .map(({ span }) => sourceText(scope, span))
    .join(', ')})`;
  return { title: 'join by `concat`', span: expr.span, text };
};

const notApplicable = (scope: Scope, expr: BinaryExpr, { left, right }: Operands): TypedExpr => {
  const joins = expr.op === '+' && (left.type.kind === 'string' || right.type.kind === 'string');
  error(
    scope,
    'DP2012',
    `operator \`${expr.op}\` does not apply to ${typeName(left.type)} and ${typeName(right.type)}${joins ? '; concat(…) joins text' : ''}`,
    expr.span,
    joins ? joined(scope, expr) : undefined,
  );
  return wrong(expr.span);
};

/** The result of arithmetic by the types of both sides (§2.5, §3.2). */
const ARITHMETIC: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['number+number', NUMBER],
  ['number-number', NUMBER],
  ['number*number', NUMBER],
  ['number/number', NUMBER],
  ['number%number', NUMBER],
  ['timestamp+interval', TIMESTAMP],
  ['interval+timestamp', TIMESTAMP],
  ['timestamp-interval', TIMESTAMP],
  ['timestamp-timestamp', INTERVAL],
  ['timestamp/interval', TIMESTAMP],
  ['interval+interval', INTERVAL],
  ['interval-interval', INTERVAL],
  ['interval*number', INTERVAL],
  ['number*interval', INTERVAL],
  ['interval/number', INTERVAL],
  ['interval/interval', NUMBER],
]);

/** What an operand of unknown type is, seen from the other side. */
const guess = (op: BinaryOp, other: Type, isLeft: boolean): Type => {
  if (other.kind === 'timestamp') return isLeft ? TIMESTAMP : op === '-' ? TIMESTAMP : INTERVAL;
  if (other.kind === 'interval' && (op === '+' || op === '-')) return isLeft ? TIMESTAMP : INTERVAL;
  if (other.kind === 'interval' && op === '/') return isLeft ? TIMESTAMP : NUMBER;
  return NUMBER;
};

const arithmetic = (scope: Scope, expr: BinaryExpr, sides: Operands): TypedExpr => {
  const open = (side: TypedExpr): boolean => side.type.kind === 'unknown' || side.type.kind === 'null';
  const left = open(sides.left) ? want(scope, sides.left, guess(expr.op, sides.right.type, true)) : sides.left;
  const right = open(sides.right) ? want(scope, sides.right, guess(expr.op, sides.left.type, false)) : sides.right;
  const result = ARITHMETIC.get(`${left.type.kind}${expr.op}${right.type.kind}`);
  return result === undefined ? notApplicable(scope, expr, { left, right }) : node(expr, { left, right }, result);
};

const presence = (expr: BinaryExpr, operand: TypedExpr): TypedExpr => ({
  kind: 'presence',
  operand,
  present: expr.op === '!=',
  type: BOOL,
  span: expr.span,
});

const bothOpen = ({ left, right }: Operands): boolean => left.type.kind === 'unknown' && right.type.kind === 'unknown';

/** Whether a key that holds text is compared with a number that is written out. */
const isTextWithNumber = ({ left, right }: Operands): boolean =>
  (left.type.kind === 'string' && left.kind !== 'string' && right.kind === 'number') ||
  (right.type.kind === 'string' && right.kind !== 'string' && left.kind === 'number');

/** Told on the text: as a number it is compared as is meant, and a number in quotes would be ordered as text. */
const textWithNumber = (scope: Scope, { left, right }: Operands): TypedExpr => {
  const text = left.type.kind === 'string' ? left : right;
  want(scope, text, NUMBER);
  return wrong(text.span);
};

/** Types whose values are equal or not, and those that have an order. What only the data knows may be either. */
const EQUAL: ReadonlySet<Type['kind']> = new Set([
  'bool',
  'interval',
  'null',
  'number',
  'severity',
  'string',
  'timestamp',
  'unknown',
]);
const ORDERED: ReadonlySet<Type['kind']> = new Set([...EQUAL].filter((kind) => kind !== 'bool'));

const isComparable = ({ left, right }: Operands, kinds: ReadonlySet<Type['kind']>): boolean =>
  kinds.has(left.type.kind) && kinds.has(right.type.kind);

const equality = (scope: Scope, expr: BinaryExpr, sides: Operands): TypedExpr => {
  if (sides.right.kind === 'null' && sides.right.type.kind === 'null') return presence(expr, sides.left);
  if (sides.left.kind === 'null' && sides.left.type.kind === 'null') return presence(expr, sides.right);
  if (isTextWithNumber(sides)) return textWithNumber(scope, sides);
  if (!isComparable(sides, EQUAL)) return notApplicable(scope, expr, sides);
  const { exprs } = wantSame(scope, [sides.left, sides.right]);
  knownValue(scope, [sides.left, sides.right]);
  return node(expr, { left: exprs[0] ?? sides.left, right: exprs[1] ?? sides.right }, BOOL);
};

const ordering = (scope: Scope, expr: BinaryExpr, sides: Operands): TypedExpr => {
  if (bothOpen(sides)) {
    const end = sides.left.span.end;
    if (sides.left.kind !== 'null' && sides.right.kind !== 'null')
      error(
        scope,
        'DP2003',
        'expected a side of known type, found two of unknown type; a cast tells how to compare',
        expr.span,
        { title: 'cast to number', span: { start: end, end }, text: ':number' },
      );
    return wrong(expr.span);
  }
  if (isTextWithNumber(sides)) return textWithNumber(scope, sides);
  if (!isComparable(sides, ORDERED)) return notApplicable(scope, expr, sides);
  const { exprs } = wantSame(scope, [sides.left, sides.right]);
  return node(expr, { left: exprs[0] ?? sides.left, right: exprs[1] ?? sides.right }, BOOL);
};

const textSearch = (scope: Scope, expr: BinaryExpr): TypedExpr => {
  const left = scope.check(scope, expr.left);
  if (expr.right.kind === 'binary') {
    const found = `an operation: \`${expr.right.op}\` binds tighter than \`${expr.op}\``;
    error(scope, 'DP2003', `expected a phrase written as a string, found ${found}`, expr.right.span);
    return wrong(expr.span);
  }
  const faultsBefore = scope.session.diagnostics.length;
  const right = scope.check(scope, expr.right);
  if (right.kind !== 'string') {
    if (scope.session.diagnostics.length > faultsBefore) return wrong(expr.span);
    error(
      scope,
      right.type.kind === 'string' || right.type.kind === 'unknown' ? 'DP2013' : 'DP2003',
      `expected a phrase written as a string, found ${right.kind === 'regexp' ? 'a regular expression' : typeName(right.type)}`,
      expr.right.span,
    );
    return wrong(expr.span);
  }
  const target = withoutParens(expr.left);
  if (expr.op === '~~' && !(target.kind === 'keypath' && target.root === 'd' && target.steps.length === 0)) {
    const fix = { title: 'search in the field by `~`', span: expr.opSpan, text: '~' };
    error(scope, 'DP2012', 'expected `$d` before `~~`, found another value', expr.left.span, fix);
    return wrong(expr.span);
  }
  return node(expr, { left, right }, BOOL);
};

/** Types and checks a binary operator. */
export const checkBinary = (scope: Scope, expr: BinaryExpr): TypedExpr => {
  if (expr.op === '~' || expr.op === '~~') return textSearch(scope, expr);
  const left = scope.check(scope, expr.left);
  const right = scope.check(scope, expr.right);
  switch (expr.op) {
    case '&&':
    case '||':
      return node(expr, { left: wantCondition(scope, left), right: wantCondition(scope, right) }, BOOL);
    case '==':
    case '!=':
      return equality(scope, expr, { left, right });
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordering(scope, expr, { left, right });
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(scope, expr, { left, right });
    default:
      return unreachable(expr.op);
  }
};

const unreachable = (op: never): never => {
  throw new TypeError(`unexpected operator ${String(op)}`);
};
