import type { Expr, PathStep } from '../../ast/expr.ts';
import { accept, advance, at, nameOf, peek, spanFrom, spanOf } from '../cursor.ts';
import { expectName, nextIs } from '../expect.ts';
import { built } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, unexpected } from '../report.ts';
import { readCall } from './call.ts';
import { readBracketStep, readDotIndex } from './keypath.ts';
import { readPrimary } from './primary.ts';

/** A step after an operand: keypaths grow by it, anything else is accessed. */
const stepped = (p: Parser, operand: Expr, step: PathStep): Expr => {
  const children = step.kind === 'dynamic' ? [operand, step.expr] : [operand];
  const span = spanFrom(p, operand.span.start);
  if (operand.kind === 'keypath') return built(p, { ...operand, steps: [...operand.steps, step], span }, children);
  return built(p, { kind: 'access', operand, step, span }, children);
};

/** `.name`, `.name(…)`, from the dot. */
const readDot = (p: Parser, operand: Expr): Expr => {
  accept(p, '.');
  const index = readDotIndex(p);
  if (index !== null) return stepped(p, operand, index);
  if (p.current.kind !== 'ident') {
    unexpected(p, 'a key or a function after `.`');
    return operand;
  }
  if (nextIs(p, '(')) return readCall(p, operand.span.start, nameOf(advance(p, 'function')), operand);
  const name = advance(p, 'key');
  return stepped(p, operand, { kind: 'key', key: name.text, span: spanOf(name) });
};

/** `a?.b`: every key may be missing here. */
const passQuestion = (p: Parser): void => {
  const span = { start: p.current.start, end: peek(p).end };
  foreign(p, span, 'expected `.`, found `?.`', '.');
  advance(p, 'skipped');
};

const readCast = (p: Parser, operand: Expr): Expr => {
  accept(p, ':', 'cast');
  if (at(p, ':')) foreign(p, { start: p.previousEnd - 1, end: p.current.end }, 'expected `:`, found `::`', ':');
  accept(p, ':', 'cast');
  const type = expectName(p, 'a type after `:`', 'type');
  return built(p, { kind: 'cast', operand, type, span: spanFrom(p, operand.span.start) }, [operand]);
};

/** An operand with everything that binds tighter than an operator: keys, methods, elements, casts. */
export const readPostfix = (p: Parser): Expr => {
  let operand = readPrimary(p);
  while (!p.abandoned) {
    if (at(p, '?') && nextIs(p, '.')) passQuestion(p);
    if (at(p, '.')) operand = readDot(p, operand);
    else if (at(p, '[')) {
      const step = readBracketStep(p);
      operand = stepped(p, operand, step);
    } else if (at(p, ':') && !p.context.beforeColon) operand = readCast(p, operand);
    else return operand;
  }
  return operand;
};
