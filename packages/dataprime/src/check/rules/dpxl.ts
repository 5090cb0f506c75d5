import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type { Stage } from '../../ast/stage.ts';
import { DPXL_VERSION } from '../../parse/dpxl.ts';
import { withoutParens } from '../keypath.ts';
import { error, type Scope, sourceText } from '../scope.ts';

const FUNCTIONS: readonly string[] = ['startsWith', 'endsWith', 'contains', 'matches', 'in'];
const OPERATORS: readonly string[] = ['&&', '||', '==', '!=', '<', '<=', '>', '>='];

const METADATA: readonly string[] = ['timestamp', 'severity'];
const KEYS = '`$m.timestamp`, `$m.severity` or a key of `$l` or `$d`';

const firstKey = ({ steps: [first] }: KeypathExpr): string => (first?.kind === 'key' ? first.key : '');

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const refuse = (scope: Scope, span: Expr['span'], expected: string, found: string): void =>
  error(scope, 'DP2017', `expected ${expected} in a DPXL expression, found ${found}`, span);

/** Whether only the data knows the type: a key of `$d` without a cast. */
const isUntyped = (expr: Expr): boolean => {
  const bare = withoutParens(expr);
  return bare.kind === 'keypath' && (bare.root === null || bare.root === 'd');
};

const NAMES = {
  array: 'an array',
  case: 'a `case`',
  template: 'an interpolated string',
  subquery: 'a query',
  access: 'a key of a computed value',
} as const;

const walk = (scope: Scope, expr: Expr): void => {
  switch (expr.kind) {
    case 'binary':
      if (!OPERATORS.includes(expr.op)) {
        refuse(scope, expr.opSpan, `one of ${list(OPERATORS)}`, `\`${expr.op}\``);
        return;
      }
      if (expr.op !== '&&' && expr.op !== '||' && isUntyped(expr.left) && isUntyped(expr.right))
        refuse(scope, expr.span, 'a side of known type', 'two keys of `$d` without a cast');
      walk(scope, expr.left);
      walk(scope, expr.right);
      return;
    case 'unary':
      if (expr.op === '-') refuse(scope, expr.span, 'a comparison of keys and literals', 'arithmetic');
      else walk(scope, expr.operand);
      return;
    case 'cast':
      walk(scope, expr.operand);
      return;
    case 'paren':
    case 'dynamic-timestamp':
      walk(scope, expr.expr);
      return;
    case 'call': {
      const args = [...(expr.receiver === null ? [] : [expr.receiver]), ...expr.args.map(({ value }) => value)];
      if (!FUNCTIONS.includes(expr.name.text)) {
        refuse(scope, expr.name.span, `one of the functions ${list(FUNCTIONS)}`, `\`${expr.name.text}\``);
        return;
      }
      const [first] = args;
      if (expr.name.text === 'in' && first !== undefined && isUntyped(first))
        refuse(scope, first.span, 'a cast such as `:string`', 'a key of `$d` of unknown type');
      for (const arg of args) walk(scope, arg);
      return;
    }
    case 'array':
    case 'case':
    case 'template':
    case 'subquery':
    case 'access':
      refuse(scope, expr.span, 'a comparison of keys and literals', NAMES[expr.kind]);
      return;
    case 'keypath':
      if (expr.root === 'p' || (expr.root === 'm' && !METADATA.includes(firstKey(expr))))
        refuse(scope, expr.span, KEYS, `\`${sourceText(scope, expr.span)}\``);
      return;
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
    case 'interval':
    case 'timestamp':
    case 'regex':
    case 'severity':
    case 'error':
      return;
    default:
      unreachable(expr);
  }
};

/** A DPXL expression is a condition of a part of the language, and all there is of the text. */
export const dpxl = (scope: Scope, stages: readonly Stage[]): void => {
  const [first, second] = stages;
  if (first?.kind !== 'filter' || !first.keyword.text.startsWith('<')) return;
  if (second !== undefined)
    refuse(scope, second.span, `nothing after the condition of \`${DPXL_VERSION}\``, 'a command');
  walk(scope, first.condition);
};

const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
