import type { Argument, CallExpr, Expr, Name } from '../../ast/expr.ts';
import { isPunct } from '../../lex/token.ts';
import { advance, at, nameOf, peek, spanFrom, spanOf } from '../cursor.ts';
import { expect, expectClosing, listOf, nextIs } from '../expect.ts';
import { built, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign } from '../report.ts';

/** `value` or `name=value`. */
const readArgument = (p: Parser): Argument => {
  const start = p.current.start;
  let name: Name | null = null;
  if (p.current.kind === 'ident' && nextIs(p, '=')) {
    name = nameOf(advance(p, 'name'));
    advance(p, 'punctuation');
  }
  const value = p.readExpr(p);
  return { name, value, span: spanFrom(p, start) };
};

/** What SQL writes before an argument, or in its place. */
const skipForeign = (p: Parser, distinctOf: Name | null): void => {
  if (distinctOf !== null) {
    advance(p, 'skipped');
    const replaced = { start: distinctOf.span.start, end: p.current.start };
    foreign(p, distinctOf.span, 'expected `distinct_count(…)`, found `count(distinct …)`', 'distinct_count(', replaced);
  } else if (at(p, '*') && isPunct(peek(p), ')')) {
    foreign(p, spanOf(advance(p, 'skipped')), 'expected no argument, found `*`', '');
  }
};

/** `( argument, … )` from its opening parenthesis. */
export const readArguments = (p: Parser, distinctOf: Name | null = null): readonly Argument[] =>
  nested(p, () => {
    expect(p, '(');
    skipForeign(p, distinctOf);
    const args = at(p, ')') ? [] : listOf(p, 'an argument', () => readArgument(p));
    expectClosing(p, ')');
    return args;
  });

/** `count(distinct x)`, with its parenthesis as the current token. */
const countsDistinct = (p: Parser, name: Name): boolean =>
  name.text === 'count' &&
  /^\(\s{0,20}distinct\s{1,20}[\p{L}_$]/iu.test(p.text.slice(p.current.start, p.current.start + 64));

/** The call of `name`, from its opening parenthesis. */
export const readCall = (p: Parser, start: number, written: Name, receiver: Expr | null): CallExpr => {
  const isDistinct = countsDistinct(p, written);
  const args = readArguments(p, isDistinct ? written : null);
  const name = isDistinct ? { ...written, text: 'distinct_count' } : written;
  const children = args.map(({ value }) => value);
  if (receiver !== null) children.push(receiver);
  return built(p, { kind: 'call', name, receiver, args, span: spanFrom(p, start) }, children);
};
