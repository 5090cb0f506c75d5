import type { BinaryOp, Expr } from '../../ast/expr.ts';
import { LOOSEST, PRECEDENCE, TIGHTEST } from '../../ast/precedence.ts';
import { rescanNegative } from '../../lex/rescan.ts';
import { advance, at, peek, spanFrom, spanOf } from '../cursor.ts';
import { built, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign } from '../report.ts';
import { foreignInfix, readForeignInfix } from './foreign-infix.ts';
import { atNotWord, readNot, readTernary } from './foreign-prefix.ts';
import { readPostfix } from './postfix.ts';

const isBinaryOp = (text: string): text is BinaryOp => Object.hasOwn(PRECEDENCE, text);

/** `!` and `-` before an operand. A `-` before digits belongs to the literal instead. */
const readUnary = (p: Parser): Expr => {
  if (atNotWord(p)) return nested(p, () => readNot(p, (level) => readBinary(p, level)), p.context);
  const op = at(p, '!') ? '!' : at(p, '-') ? '-' : null;
  if (op === null || (op === '-' && rescanNegative(p.text, p.current, peek(p)) !== null)) return readPostfix(p);
  const { start } = advance(p, 'prefix');
  const operand = nested(p, () => readUnary(p), p.context);
  return built(p, { kind: 'unary', op, operand, span: spanFrom(p, start) }, [operand]);
};

/** Spellings of operators in other languages that stand where ours does. */
const SYNONYMS: ReadonlyMap<string, BinaryOp> = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['~=', '~'],
  ['&', '&&'],
]);

interface Infix {
  readonly op: BinaryOp;
  readonly synonym: boolean;
}

const wordOperator = (p: Parser): BinaryOp | null => {
  if (p.current.kind !== 'ident') return null;
  const word = p.current.text.toLowerCase();
  if (word === 'and') return p.context.beforeAnd ? null : '&&';
  return word === 'or' ? '||' : null;
};

const infixAt = (p: Parser): Infix | null => {
  const { kind, text } = p.current;
  if (kind === 'punct' && isBinaryOp(text)) return { op: text, synonym: false };
  const op = kind === 'punct' ? SYNONYMS.get(text) : wordOperator(p);
  return op === undefined || op === null ? null : { op, synonym: true };
};

const readInfix = (p: Parser, left: Expr, { op, synonym }: Infix): Expr => {
  const opSpan = spanOf(p.current);
  const written = advance(p, 'infix').text;
  if (synonym) foreign(p, opSpan, `expected \`${op}\`, found \`${written}\``, op);
  const right = readBinary(p, PRECEDENCE[op] + 1);
  return built(p, { kind: 'binary', op, opSpan, left, right, span: spanFrom(p, left.span.start) }, [left, right]);
};

/** Operators that bind at least as tightly as `level`, by precedence climbing. */
const readBinary = (p: Parser, level: number): Expr => {
  let left = level >= TIGHTEST ? readUnary(p) : readBinary(p, TIGHTEST);
  while (!p.abandoned) {
    const infix = infixAt(p);
    if (infix !== null) {
      if (PRECEDENCE[infix.op] < level) return left;
      left = readInfix(p, left, infix);
      continue;
    }
    const other = foreignInfix(p);
    if (other === null || other.precedence < level) return left;
    left = readForeignInfix(p, left, other, (inner) => readBinary(p, inner));
  }
  return left;
};

/** A whole expression. Always gives a tree; what is wrong with it is told to the parser. */
export const readExpr = (p: Parser): Expr => {
  const expr = readBinary(p, LOOSEST);
  return at(p, '?')
    ? readTernary(p, expr, () => nested(p, () => readExpr(p), { ...p.context, beforeColon: true }))
    : expr;
};

/** An operand without binary operators: `find 'phrase' in key` must not take `in`. */
export const readOperand = (p: Parser): Expr => readBinary(p, TIGHTEST);
