import type { Span } from '@clearspan/text';
import type { BinaryOp, Expr, Name } from '../../ast/expr.ts';
import { quote } from '../../lex/escapes.ts';
import type { Token } from '../../lex/token.ts';
import { printExpr } from '../../print/print.ts';
import { spanFrom, spanOf, textOf } from '../cursor.ts';
import { built } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign } from '../report.ts';
import { writtenText } from './written-text.ts';

/** An expression as the receiver of a method: in parentheses when it has operators. */
const receiverText = (p: Parser, expr: Expr): string => {
  const text = writtenText(p, expr);
  return expr.kind === 'binary' || expr.kind === 'unary' ? `(${text})` : text;
};

/** `left.name(args)`, told as the replacement of everything read since `left`. */
export const methodCall = (p: Parser, left: Expr, name: Name, args: readonly Expr[], found: string): Expr => {
  const span = spanFrom(p, left.span.start);
  const text = `${receiverText(p, left)}.${name.text}(${args.map((arg) => writtenText(p, arg)).join(', ')})`;
  foreign(p, name.span, `expected \`.${name.text}(…)\`, found ${found}`, text, span);
  const named = args.map((value) => ({ name: null, value, span: value.span }));
  return built(p, { kind: 'call', name, receiver: left, args: named, span }, [left, ...args]);
};

/** `left == null` or `left != null` in place of words. */
export const comparison = (p: Parser, left: Expr, op: '==' | '!=', words: Span): Expr => {
  foreign(p, words, `expected \`${op} null\`, found \`${textOf(p, words)}\``, `${op} null`);
  const right: Expr = { kind: 'null', span: words };
  const span = spanFrom(p, left.span.start);
  return built(p, { kind: 'binary', op, opSpan: words, left, right, span }, [left, right]);
};

/** `!(inner)` in place of everything read since `inner`, or `start`, began; `words` are what is told. */
export const negated = (
  p: Parser,
  inner: Expr,
  words: Span,
  fixable: boolean,
  start: number = inner.span.start,
): Expr => {
  const span = spanFrom(p, start);
  const fix = fixable ? `!(${printExpr(inner, { parens: 'written' })})` : undefined;
  foreign(p, words, `expected \`!(…)\`, found \`${textOf(p, words)}\``, fix, span);
  const paren = built(p, { kind: 'paren', expr: inner, span: inner.span }, [inner]);
  return built(p, { kind: 'unary', op: '!', operand: paren, span }, [paren]);
};

interface LikePattern {
  readonly method: string | null;
  readonly text: string;
}

/** `%x%`, `x%`, `%x` and `x`; null for patterns with wildcards elsewhere. */
const readPattern = (pattern: string): LikePattern | null => {
  const [, before, text = '', after] = /^(%?)([^%_]*)(%?)$/.exec(pattern) ?? [];
  if (before === undefined) return null;
  if (before === '%') return { method: after === '%' ? 'contains' : 'endsWith', text };
  return { method: after === '%' ? 'startsWith' : null, text };
};

/** `%` is any text and `_` one character. */
const likeRegex = (pattern: string): string =>
  pattern
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');

/** `x LIKE '…'` as the function or comparison that means the same. */
export const likeOf = (p: Parser, left: Expr, word: Token, right: Expr): Expr => {
  const span = spanFrom(p, left.span.start);
  if (right.kind !== 'string') {
    foreign(
      p,
      spanOf(word),
      `expected \`contains\`, \`startsWith\`, \`endsWith\` or \`matches\`, found \`${word.text}\``,
    );
    return { kind: 'error', span };
  }
  const pattern = readPattern(right.value);
  if (pattern === null) {
    const regex: Expr = { kind: 'regex', pattern: likeRegex(right.value), span: right.span };
    return calledOf(p, left, word, 'matches', regex, printExpr(regex));
  }
  const value: Expr = { ...right, value: pattern.text };
  const { method } = pattern;
  if (method === null) {
    const op: BinaryOp = '==';
    foreign(p, spanOf(word), `expected \`==\`, found \`${word.text}\``, op);
    return built(p, { kind: 'binary', op, opSpan: spanOf(word), left, right: value, span }, [left, value]);
  }
  return calledOf(p, left, word, method, value, quote(pattern.text));
};

const calledOf = (p: Parser, left: Expr, word: Token, method: string, value: Expr, valueText: string): Expr => {
  const span = spanFrom(p, left.span.start);
  const text = `${receiverText(p, left)}.${method}(${valueText})`;
  foreign(p, spanOf(word), `expected \`.${method}(…)\`, found \`${word.text}\``, text, span);
  const args = [{ name: null, value, span: value.span }];
  const name = { text: method, span: spanOf(word) };
  return built(p, { kind: 'call', name, receiver: left, args, span }, [left, value]);
};
