import type { Span } from '@clearspan/text';
import type { Expr } from '../../ast/expr.ts';
import { PRECEDENCE } from '../../ast/precedence.ts';
import { isPunct, type Token } from '../../lex/token.ts';
import { advance, at, peek, spanFrom, spanOf } from '../cursor.ts';
import { expect } from '../expect.ts';
import { built } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign } from '../report.ts';
import { writtenText } from './written-text.ts';

/** Words that may follow a key called `not`. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  'as asc desc by into from to with keep orderby order on using aggregate agg calculate calc and original merge'.split(
    ' ',
  ),
);

const startsOperand = (token: Token): boolean => {
  if (token.kind === 'punct') return ['(', '!', '[', '@'].some((mark) => isPunct(token, mark));
  return token.kind !== 'end';
};

/** Whether `NOT` or `not` stands here as the operator of other languages rather than as a key. */
export const atNotWord = (p: Parser): boolean => {
  const { kind, text } = p.current;
  if (kind !== 'ident' || (text !== 'NOT' && text !== 'not')) return false;
  const next = peek(p);
  return startsOperand(next) && !(next.kind === 'ident' && CLAUSE_WORDS.has(next.text));
};

const isAtomic = (expr: Expr): boolean => expr.kind !== 'binary' && expr.kind !== 'unary';

/** `NOT x` read as `!x`. It takes a whole comparison, as it does where it comes from. */
export const readNot = (p: Parser, readAt: (level: number) => Expr): Expr => {
  const word = advance(p, 'prefix');
  const operand = readAt(PRECEDENCE['==']);
  const span = spanFrom(p, word.start);
  const text = writtenText(p, operand);
  const inner: Expr = isAtomic(operand) ? operand : { kind: 'paren', expr: operand, span: operand.span };
  foreign(
    p,
    spanOf(word),
    `expected \`!\`, found \`${word.text}\``,
    isAtomic(operand) ? `!${text}` : `!(${text})`,
    span,
  );
  return built(p, { kind: 'unary', op: '!', operand: inner, span }, [operand]);
};

/** `value ?: otherwise` read as `firstNonNull(value, otherwise)`, from the colon. */
const readElvis = (p: Parser, value: Expr, { start }: Span): Expr => {
  const mark = { start, end: advance(p, 'infix').end };
  const otherwise = p.readExpr(p);
  const span = spanFrom(p, value.span.start);
  const text = `firstNonNull(${writtenText(p, value)}, ${writtenText(p, otherwise)})`;
  foreign(p, mark, 'expected `firstNonNull(…)`, found `?:`', text, span);
  const args = [value, otherwise].map((arg) => ({ name: null, value: arg, span: arg.span }));
  const name = { text: 'firstNonNull', span: mark };
  return built(p, { kind: 'call', name, receiver: null, args, span }, [value, otherwise]);
};

/** `condition ? then : else` read as `if(condition, then, else)`, from the question mark. */
export const readTernary = (p: Parser, condition: Expr, readBranch: () => Expr): Expr => {
  const mark = spanOf(advance(p, 'infix'));
  if (at(p, ':')) return readElvis(p, condition, mark);
  const then = readBranch();
  const args = [condition, then];
  if (at(p, ':')) {
    expect(p, ':');
    args.push(p.readExpr(p));
  }
  const span = spanFrom(p, condition.span.start);
  const text = `if(${args.map((arg) => writtenText(p, arg)).join(', ')})`;
  foreign(p, mark, 'expected `if(condition, then, else)`, found `?`', text, span);
  const name = { text: 'if', span: mark };
  const named = args.map((value) => ({ name: null, value, span: value.span }));
  return built(p, { kind: 'call', name, receiver: null, args: named, span }, args);
};
