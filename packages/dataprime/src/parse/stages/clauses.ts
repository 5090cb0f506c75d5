import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type { Column, Direction, OrderKey, TypedKey } from '../../ast/stage.ts';
import { advance, nameOf, spanFrom, spanOf, textOf } from '../cursor.ts';
import { acceptWord, atClauseWord, atWord, expect, expectName, expectWord, listOf, nextIs } from '../expect.ts';
import { readOperand } from '../expr/expr.ts';
import { readKeypath } from '../expr/keypath.ts';
import { readNumber } from '../expr/literals.ts';
import { writtenText } from '../expr/written-text.ts';
import type { Parser } from '../parser.ts';
import { foreign, report } from '../report.ts';

/** `expr [as keypath]`. Two pages of the language's manual also write `keypath from expr`: taken, with a warning. */
export const readColumn = (p: Parser): Column => {
  const start = p.current.start;
  if (p.current.kind === 'ident' && nextIs(p, '=')) return readAssignedColumn(p);
  const expr = p.readExpr(p);
  if (expr.kind === 'keypath' && atWord(p, 'from') && p.current.text === 'from') return readFromColumn(p, expr);
  const alias = acceptWord(p, 'as') === null ? null : readKeypath(p, 'a keypath after `as`');
  return { expr, alias, span: spanFrom(p, start) };
};

/** `name = expr`, as other languages name a column. */
const readAssignedColumn = (p: Parser): Column => {
  const alias = readKeypath(p);
  const mark = spanOf(advance(p, 'infix'));
  const expr = p.readExpr(p);
  const span = spanFrom(p, alias.span.start);
  const name = textOf(p, alias.span);
  foreign(p, mark, `expected \`… as ${name}\`, found \`${name} =\``, `${writtenText(p, expr)} as ${name}`, span);
  return { expr, alias, span };
};

const readFromColumn = (p: Parser, alias: KeypathExpr): Column => {
  acceptWord(p, 'from');
  const expr = p.readExpr(p);
  const span = spanFrom(p, alias.span.start);
  const text = `${writtenText(p, expr)} as ${writtenText(p, alias)}`;
  report(p, 'DP3002', span, `expected \`${text.slice(0, 60)}\`, found the undocumented form with \`from\``, {
    severity: 'warning',
    fix: { title: 'Write it with `as`', span, text },
  });
  return { expr, alias, span };
};

export const readColumns = (p: Parser, atClause?: (p: Parser) => boolean): readonly Column[] =>
  listOf(p, 'a column', () => readColumn(p), atClause);

export const readExprs = (p: Parser): readonly Expr[] => listOf(p, 'an expression', () => p.readExpr(p));

/** `asc` or `desc`, where one is written. */
export const readDirection = (p: Parser): Direction | null => {
  if (acceptWord(p, 'asc') !== null) return 'asc';
  if (acceptWord(p, 'desc') !== null) return 'desc';
  const [, direction] = (p.current.kind === 'ident' && /^(asc|desc)ending$/i.exec(p.current.text)) || [];
  if (direction === undefined) return null;
  const token = advance(p, 'keyword');
  const meant = direction.toLowerCase() === 'asc' ? 'asc' : 'desc';
  foreign(p, spanOf(token), `expected \`${meant}\`, found \`${token.text}\``, meant);
  return meant;
};

export const readOrderKeys = (p: Parser): readonly OrderKey[] =>
  listOf(p, 'an order key', () => {
    const start = p.current.start;
    const expr = p.readExpr(p);
    return { expr, direction: readDirection(p), span: spanFrom(p, start) };
  });

/** `keypath:type (, keypath:type)*`. */
export const readTypedKeys = (p: Parser): readonly TypedKey[] =>
  listOf(p, 'a key with its type', () => {
    const start = p.current.start;
    const path = readKeypath(p);
    expect(p, ':', 'cast');
    const type = expectName(p, 'a type', 'type');
    return { path, type, span: spanFrom(p, start) };
  });

/** `into keypath`. Where both are missing and the next clause stands here, that is left to be read. */
export const readInto = (p: Parser): KeypathExpr => {
  const { start } = p.current;
  const found = expectWord(p, 'into');
  if (!found && (atClauseWord(p, 'using') || atClauseWord(p, 'original')))
    return { kind: 'keypath', root: 'd', steps: [], span: { start, end: start } };
  return readKeypath(p, 'a keypath after `into`');
};

export const readOptionalInto = (p: Parser): KeypathExpr | null =>
  acceptWord(p, 'into') === null ? null : readKeypath(p, 'a keypath after `into`');

/** `orderby`, `sortby`, `order by` or `sort by` as a clause. Two words are told apart from keys by the second. */
export const acceptOrderBy = (p: Parser): boolean => {
  if (acceptWord(p, 'orderby') !== null || acceptWord(p, 'sortby') !== null) return true;
  if (!atWord(p, 'order') && !atWord(p, 'sort')) return false;
  const word = nameOf(p.current);
  acceptWord(p, word.text.toLowerCase());
  if (acceptWord(p, 'by') === null) foreign(p, word.span, `expected \`orderby\`, found \`${word.text}\``, 'orderby');
  return true;
};

/** A count of rows. A literal ends at once, so that `top 5 [a, b]` has five rows and an array. */
export const readAmount = (p: Parser): Expr => (p.current.kind === 'number' ? readNumber(p) : readOperand(p));
