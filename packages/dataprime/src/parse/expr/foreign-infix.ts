import type { Span } from '@clearspan/text';
import type { BinaryOp, Expr, Name } from '../../ast/expr.ts';
import { PRECEDENCE } from '../../ast/precedence.ts';
import { isPunct, type Token } from '../../lex/token.ts';
import { advance, at, peek, spanFrom, spanOf } from '../cursor.ts';
import { built, within } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, unexpected } from '../report.ts';
import { readArguments } from './call.ts';
import { comparison, likeOf, methodCall, negated } from './foreign-trees.ts';
import { atBareQuery, readBareQuery } from './primary.ts';
import { writtenText } from './written-text.ts';

type ForeignKind =
  | { readonly kind: 'in' }
  | { readonly kind: 'not' }
  | { readonly kind: 'is' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'between' }
  | { readonly kind: 'like' }
  | { readonly kind: 'method'; readonly name: string }
  | { readonly kind: 'matches' }
  | { readonly kind: 'negative'; readonly op: BinaryOp }
  | { readonly kind: 'coalesce' };

/** An operator that DataPrime has not, and how tightly it binds where it comes from. */
export type ForeignInfix = ForeignKind & { readonly precedence: number };

const METHODS: ReadonlyMap<string, string> = new Map([
  ['contains', 'contains'],
  ['startswith', 'startsWith'],
  ['endswith', 'endsWith'],
  ['matches', 'matches'],
]);

/** What may follow a whole condition: there, `exists` is the operator and not a key. */
const endsCondition = (token: Token): boolean =>
  token.kind === 'end' ||
  [')', '|', '&&', '||', ',', ']', '}', '->'].some((mark) => isPunct(token, mark)) ||
  (token.kind === 'ident' && /^(?:and|or)$/i.test(token.text));

const isWord = (token: Token, pattern: RegExp): boolean => token.kind === 'ident' && pattern.test(token.text);

const wordAt = (p: Parser): ForeignKind | null => {
  const word = p.current.text.toLowerCase();
  const next = peek(p);
  const called = isPunct(next, '(');
  // `groupby key contains(x, 'y')`: the word is a function that starts the aggregates.
  if (called && p.context.beforeAggregates) return null;
  const method = METHODS.get(word);
  if (method !== undefined) {
    return next.kind === 'string' || next.kind === 'template' || isPunct(next, '/') || called
      ? { kind: 'method', name: method }
      : null;
  }
  switch (word) {
    case 'in':
      return called || isPunct(next, '[') ? { kind: 'in' } : null;
    case 'not':
      return isWord(next, /^(?:in|like|ilike|contains|exists|matches|between)$/i) ? { kind: 'not' } : null;
    case 'is':
      return isWord(next, /^(?:not|null)$/i) ? { kind: 'is' } : null;
    case 'exists':
      return endsCondition(next) ? { kind: 'exists' } : null;
    case 'between':
      return { kind: 'between' };
    case 'like':
    case 'ilike':
      return next.kind === 'string' ? { kind: 'like' } : null;
    default:
      return null;
  }
};

const markAt = (p: Parser): ForeignKind | null => {
  switch (p.current.text) {
    case '=~':
      return { kind: 'matches' };
    case '!~':
      return { kind: 'negative', op: '~' };
    case '!~~':
      return { kind: 'negative', op: '~~' };
    case '??':
      return { kind: 'coalesce' };
    default:
      return null;
  }
};

/** The operator of another language that stands here, if any. Nothing is taken. */
export const foreignInfix = (p: Parser): ForeignInfix | null => {
  const { kind } = p.current;
  const found = kind === 'ident' ? wordAt(p) : kind === 'punct' ? markAt(p) : null;
  if (found === null) return null;
  return { ...found, precedence: found.kind === 'coalesce' ? PRECEDENCE['||'] : PRECEDENCE['=='] };
};

type ReadAt = (level: number) => Expr;

/** `x in (a, b)` and `x in [a, b]`. */
const readIn = (p: Parser, left: Expr): Expr => {
  const word = advance(p, 'infix');
  const isQuery = at(p, '(') && isPunct(peek(p), '|');
  if (at(p, '[') || isQuery || atBareQuery(p)) {
    const array = atBareQuery(p) ? readBareQuery(p) : p.readExpr(p);
    return methodCall(p, left, { text: 'inArray', span: spanOf(word) }, [array], `\`${word.text}\``);
  }
  const args = readArguments(p).map(({ value }) => value);
  return methodCall(p, left, { text: 'in', span: spanOf(word) }, args, `\`${word.text}\``);
};

/** `x IS NULL`, `x IS NOT NULL`. */
const readIs = (p: Parser, left: Expr): Expr => {
  const word = advance(p, 'infix');
  const not = isWord(p.current, /^not$/i);
  if (not) advance(p, 'infix');
  if (isWord(p.current, /^null$/i)) advance(p, 'constant');
  else unexpected(p, '`null`');
  return comparison(p, left, not ? '!=' : '==', spanFrom(p, word.start));
};

const readBetween = (p: Parser, left: Expr, readAt: ReadAt): Expr => {
  const word = advance(p, 'infix');
  const low = within(p, { beforeAnd: true }, () => readAt(PRECEDENCE['+']));
  if (isWord(p.current, /^and$/i)) advance(p, 'infix');
  else unexpected(p, '`and`');
  const high = readAt(PRECEDENCE['+']);
  const span = spanFrom(p, left.span.start);
  const [x, a, b] = [left, low, high].map((expr) => writtenText(p, expr));
  foreign(p, spanOf(word), `expected two comparisons, found \`${word.text}\``, `(${x} >= ${a} && ${x} <= ${b})`, span);
  const side = (op: BinaryOp, right: Expr): Expr =>
    built(p, { kind: 'binary', op, opSpan: spanOf(word), left, right, span }, [left, right]);
  const [from, to] = [side('>=', low), side('<=', high)];
  const both = built(p, { kind: 'binary', op: '&&', opSpan: spanOf(word), left: from, right: to, span }, [from, to]);
  return built(p, { kind: 'paren', expr: both, span }, [both]);
};

const readLike = (p: Parser, left: Expr, readAt: ReadAt): Expr => {
  const word = advance(p, 'infix');
  return likeOf(p, left, word, readAt(PRECEDENCE['+']));
};

const readMethod = (p: Parser, left: Expr, name: string, readAt: ReadAt): Expr => {
  const word = advance(p, 'infix');
  const args = at(p, '(') ? readArguments(p).map(({ value }) => value) : [readAt(PRECEDENCE['+'])];
  return methodCall(p, left, { text: name, span: spanOf(word) }, args, `\`${word.text}\``);
};

/** `x =~ /re/` matches; `x =~ 'phrase'` searches. */
const readMatches = (p: Parser, left: Expr, readAt: ReadAt): Expr => {
  const mark = spanOf(advance(p, 'infix'));
  const right = readAt(PRECEDENCE['+']);
  if (right.kind === 'regex') return methodCall(p, left, { text: 'matches', span: mark }, [right], '`=~`');
  foreign(p, mark, 'expected `~`, found `=~`', '~');
  const span = spanFrom(p, left.span.start);
  return built(p, { kind: 'binary', op: '~', opSpan: mark, left, right, span }, [left, right]);
};

const readNegative = (p: Parser, left: Expr, op: BinaryOp, readAt: ReadAt): Expr => {
  const mark = spanOf(advance(p, 'infix'));
  const before = p.diagnostics.length;
  const right = readAt(PRECEDENCE[op] + 1);
  const span = spanFrom(p, left.span.start);
  const inner = built(p, { kind: 'binary', op, opSpan: mark, left, right, span }, [left, right]);
  return negated(p, inner, mark, isMendable(p, before));
};

/** Whether all that was told since then is understood, so that the tree can stand for the text. */
const isMendable = (p: Parser, before: number): boolean =>
  !p.panic && p.diagnostics.slice(before).every(({ code }) => code === 'DP1008');

const readCoalesce = (p: Parser, left: Expr, readAt: ReadAt): Expr => {
  const mark = spanOf(advance(p, 'infix'));
  const right = readAt(PRECEDENCE['||'] + 1);
  const span = spanFrom(p, left.span.start);
  const text = `firstNonNull(${writtenText(p, left)}, ${writtenText(p, right)})`;
  foreign(p, mark, 'expected `firstNonNull(…)`, found `??`', text, span);
  const name: Name = { text: 'firstNonNull', span: mark };
  const args = [left, right].map((value) => ({ name: null, value, span: value.span }));
  return built(p, { kind: 'call', name, receiver: null, args, span }, [left, right]);
};

/**
 * `x NOT IN (…)`, `x NOT LIKE '…'`: the rest is read as if `NOT` were not there, then negated. What the rest had to
 * tell is told with the negation: mended alone, it would lose the `NOT`.
 */
const readNotInfix = (p: Parser, left: Expr, readAt: ReadAt): Expr => {
  const word = advance(p, 'infix');
  const words = { start: word.start, end: p.current.end };
  const rest = foreignInfix(p);
  if (rest === null) {
    unexpected(p, 'an operator');
    return left;
  }
  return negatedInfix(p, left, rest, readAt, words, left.span.start);
};

const negatedInfix = (p: Parser, left: Expr, found: ForeignInfix, readAt: ReadAt, words: Span, start: number): Expr => {
  const before = p.diagnostics.length;
  const inner = readForeignInfix(p, left, found, readAt);
  const fixable = isMendable(p, before) && inner.kind !== 'error';
  const told = p.diagnostics.splice(before);
  p.diagnostics.push(...told.filter(({ code }) => code !== 'DP1008'));
  return negated(p, inner, words, fixable, start);
};

/** Reads the operator and its right side as what DataPrime has for it, and says so. */
export const readForeignInfix = (p: Parser, left: Expr, found: ForeignInfix, readAt: ReadAt): Expr => {
  // `!x in (…)`: where such words are operators, `!` binds more loosely than they do.
  if (left.kind === 'unary' && left.op === '!' && found.kind !== 'coalesce')
    return negatedInfix(p, left.operand, found, readAt, spanOf(p.current), left.span.start);
  switch (found.kind) {
    case 'in':
      return readIn(p, left);
    case 'not':
      return readNotInfix(p, left, readAt);
    case 'is':
      return readIs(p, left);
    case 'exists':
      return comparison(p, left, '!=', spanOf(advance(p, 'infix')));
    case 'between':
      return readBetween(p, left, readAt);
    case 'like':
      return readLike(p, left, readAt);
    case 'method':
      return readMethod(p, left, found.name, readAt);
    case 'matches':
      return readMatches(p, left, readAt);
    case 'negative':
      return readNegative(p, left, found.op, readAt);
    case 'coalesce':
      return readCoalesce(p, left, readAt);
  }
};
