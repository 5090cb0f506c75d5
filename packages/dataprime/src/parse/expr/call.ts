import type { Argument, CallExpr, Expr, Name } from '../../ast/expr.ts';
import { advance, at, nameOf, spanFrom, spanOf } from '../cursor.ts';
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

/** `count(*)`: all rows are meant where nothing is written. */
const passStar = (p: Parser): void => {
  if (!at(p, '*') || !nextIs(p, ')')) return;
  foreign(p, spanOf(p.current), 'expected nothing between `(` and `)`, found `*`', '');
  advance(p, 'skipped');
};

/** `( argument, … )` from its opening parenthesis. */
export const readArguments = (p: Parser): readonly Argument[] =>
  nested(p, () => {
    expect(p, '(');
    passStar(p);
    const args = at(p, ')') ? [] : listOf(p, 'an argument', () => readArgument(p));
    expectClosing(p, ')');
    return args;
  });

/** The call of `name`, from its opening parenthesis. */
export const readCall = (p: Parser, start: number, name: Name, receiver: Expr | null): CallExpr => {
  const args = readArguments(p);
  const children = args.map(({ value }) => value);
  if (receiver !== null) children.push(receiver);
  return built(p, { kind: 'call', name, receiver, args, span: spanFrom(p, start) }, children);
};
