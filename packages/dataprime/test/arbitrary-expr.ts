import {
  type BinaryOp,
  type CaseArm,
  type CaseForm,
  type Expr,
  type KeypathExpr,
  type Name,
  type PathStep,
  type Query,
  type Root,
  SEVERITIES,
  type TemplateExpr,
} from '@clearspan/dataprime';
import * as fc from 'fast-check';

export const NOWHERE = { start: 0, end: 0 };
const span = NOWHERE;

/** Keys that are also words of the language, and keys that need brackets. */
const WORDS = [
  'a',
  'user',
  'count',
  'by',
  'as',
  'in',
  'from',
  'to',
  'e',
  'm',
  'order',
  'datatypes',
  'interval',
  'größe',
  'and',
  'like',
  'left',
  '_0',
];
const ODD_KEYS = ['http.status_code', 'k-8', "it's", 'a\\b', 'true', 'ERROR', '', 'x\ny', '_'];

export const name = (text: string): Name => ({ text, span });
const word = fc.constantFrom(...WORDS);
export const functionName: fc.Arbitrary<Name> = fc.constantFrom('count', 'max', 'f', 'contains', 'arrayJoin').map(name);
export const typeName: fc.Arbitrary<Name> = fc.constantFrom('number', 'string', 'timestamp').map(name);

const key = fc.oneof(word, fc.constantFrom(...ODD_KEYS)).map((text): PathStep => ({ kind: 'key', key: text, span }));
const index = fc.nat(99).map((number): PathStep => ({ kind: 'index', index: number, span }));
const firstKey = word.map((text): PathStep => ({ kind: 'key', key: text, span }));
const root = fc.constantFrom<Root>('d', 'm', 'l', 'p');

export const keypath: fc.Arbitrary<KeypathExpr> = fc.oneof(
  fc
    .tuple(root, fc.array(fc.oneof(key, index), { maxLength: 3 }))
    .map(([start, steps]): KeypathExpr => ({ kind: 'keypath', root: start, steps, span })),
  fc
    .tuple(firstKey, fc.array(fc.oneof(key, index), { maxLength: 2 }))
    .map(([first, steps]): KeypathExpr => ({ kind: 'keypath', root: null, steps: [first, ...steps], span })),
);

const number = fc
  .constantFrom('0', '7', '-5', '2.5', '1e3', '-0.25')
  .map((text): Expr => ({ kind: 'number', value: Number(text), text, span }));
const text = fc.string({
  unit: fc.constantFrom('a', "'", '"', '\\', '`', '{', '}', '\n', '/', '#', 'é', '|'),
  maxLength: 5,
});
const interval = fc
  .constantFrom(
    ['1h', 3_600_000_000_000n] as const,
    ['-1d', -86_400_000_000_000n] as const,
    ['1s5ms', 1_005_000_000n] as const,
  )
  .map(([written, nanos]): Expr => ({ kind: 'interval', nanos, text: written, span }));
const timestamp = fc.constantFrom<Expr>(
  { kind: 'timestamp', value: { kind: 'now' }, text: "@'now'", span },
  { kind: 'timestamp', value: { kind: 'nanos', nanos: 1_700_000_000_000_000_000n }, text: '@1700000000', span },
);
const regex = fc
  .array(fc.constantFrom('a', '\\d', '/', '[x/]', '|', '(?<n>b)', '\\\\', '#', "'"), { minLength: 1, maxLength: 5 })
  .map((parts): Expr => ({ kind: 'regex', pattern: parts.join(''), span }));

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 3, arbitrary: keypath },
  number,
  text.map((value): Expr => ({ kind: 'string', value, span })),
  interval,
  timestamp,
  regex,
  fc.constantFrom<Expr>({ kind: 'null', span }, { kind: 'bool', value: true, span }),
  fc.constantFrom(...SEVERITIES).map((severity): Expr => ({ kind: 'severity', name: severity, span })),
);

const BINARY_OPS: readonly BinaryOp[] = [
  '*',
  '/',
  '%',
  '+',
  '-',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  '~',
  '~~',
  '&&',
  '||',
];
const CASE_FORMS: readonly CaseForm[] = ['case', 'case_contains', 'case_equals', 'case_greaterthan', 'case_lessthan'];

/** Neighbouring texts are read back as one. */
type Part = TemplateExpr['parts'][number];

const templateOf = (parts: readonly (string | Expr)[]): Expr => ({
  kind: 'template',
  span,
  parts: parts.flatMap((part, at): Part[] => {
    if (typeof part !== 'string') return [{ kind: 'expr', expr: part }];
    return part === '' || typeof parts[at - 1] === 'string' ? [] : [{ kind: 'text', value: part }];
  }),
});

const callOf = (tie: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
  fc
    .record({
      name: functionName,
      receiver: fc.option(tie),
      args: fc.array(fc.record({ name: fc.option(word.map(name)), value: tie, span: fc.constant(span) }), {
        maxLength: 3,
      }),
    })
    .map((call): Expr => ({ kind: 'call', ...call, span }));

const armOf = ([when, then]: [Expr, Expr]): CaseArm => {
  // oxlint-disable-next-line unicorn/no-thenable -- the branch of a tree, which nobody awaits
  return { when, then, span };
};

const caseOf = (tie: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
  fc
    .tuple(
      fc.constantFrom(...CASE_FORMS),
      tie,
      fc.array(fc.tuple(tie, tie).map(armOf), { minLength: 1, maxLength: 2 }),
      fc.option(tie),
    )
    .map(([form, subject, arms, otherwise]): Expr => {
      return { kind: 'case', form, subject: form === 'case' ? null : subject, arms, otherwise, span };
    });

/** What an access stands on: a key after a keypath would belong to it. */
const accessOf = (tie: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
  fc.tuple(tie, fc.oneof(key, index)).map(([operand, step]): Expr => ({ kind: 'access', operand, step, span }));

/** Random expressions; `query` makes the sub-queries. */
export const expressions = (query: fc.Arbitrary<Query>): fc.Arbitrary<Expr> =>
  fc.letrec<{ expr: Expr }>((tie) => ({
    expr: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      fc
        .tuple(fc.constantFrom(...BINARY_OPS), tie('expr'), tie('expr'))
        .map(([op, left, right]): Expr => ({ kind: 'binary', op, opSpan: span, left, right, span })),
      fc
        .tuple(fc.constantFrom('!' as const, '-' as const), tie('expr'))
        .map(([op, operand]): Expr => ({ kind: 'unary', op, operand, span })),
      fc.tuple(tie('expr'), typeName).map(([operand, type]): Expr => ({ kind: 'cast', operand, type, span })),
      callOf(tie('expr')),
      caseOf(tie('expr')),
      accessOf(tie('expr')),
      tie('expr').map((expr): Expr => ({ kind: 'paren', expr, span })),
      tie('expr').map((expr): Expr => ({ kind: 'dynamic-timestamp', expr, span })),
      fc.array(tie('expr'), { maxLength: 3 }).map((items): Expr => ({ kind: 'array', items, span })),
      fc.array(fc.oneof(text, tie('expr')), { maxLength: 4 }).map(templateOf),
      query.map((inner): Expr => ({ kind: 'subquery', query: inner, span })),
    ),
  })).expr;
