import type { Expr, KeypathExpr, Name } from '../../ast/expr.ts';
import type {
  ChooseStage,
  ConvertStage,
  MoveStage,
  RedactStage,
  RemoveStage,
  RoundtimeStage,
} from '../../ast/stage.ts';
import { peek, spanFrom } from '../cursor.ts';
import { acceptWord, atWord, expectWord, listOf, nextIs } from '../expect.ts';
import { readOperand } from '../expr/expr.ts';
import { readKeypath } from '../expr/keypath.ts';
import type { Parser } from '../parser.ts';
import { readColumns, readOptionalInto, readTypedKeys } from './clauses.ts';

/** Commands that choose, move, remove and convert keys. */

export const readChoose = (p: Parser, keyword: Name): ChooseStage => {
  const columns = readColumns(p);
  return { kind: 'choose', keyword, columns, span: spanFrom(p, keyword.span.start) };
};

export const readMove = (p: Parser, keyword: Name): MoveStage => {
  const from = readKeypath(p);
  expectWord(p, 'to');
  const to = readKeypath(p, 'a keypath after `to`');
  return { kind: 'move', keyword, from, to, span: spanFrom(p, keyword.span.start) };
};

export const readRemove = (p: Parser, keyword: Name): RemoveStage => {
  const paths: readonly KeypathExpr[] = listOf(p, 'a keypath', () => readKeypath(p));
  return { kind: 'remove', keyword, paths, span: spanFrom(p, keyword.span.start) };
};

/** `datatypes` before a `:` is a key of that name. */
export const readConvert = (p: Parser, keyword: Name): ConvertStage => {
  const isKey = nextIs(p, ':') || nextIs(p, '.') || nextIs(p, '[');
  const datatypesWritten = !isKey && acceptWord(p, 'datatypes') !== null;
  const keys = readTypedKeys(p);
  return { kind: 'convert', keyword, datatypesWritten, keys, span: spanFrom(p, keyword.span.start) };
};

export const readRedact = (p: Parser, keyword: Name): RedactStage => {
  const path = readKeypath(p);
  acceptWord(p, 'matching');
  const matching = readOperand(p);
  expectWord(p, 'to');
  const replacement = readOperand(p);
  return { kind: 'redact', keyword, path, matching, replacement, span: spanFrom(p, keyword.span.start) };
};

/** `roundtime to 1h` has no source; `roundtime to to 1h` has a key called `to`. */
export const readRoundtime = (p: Parser, keyword: Name): RoundtimeStage => {
  const next = peek(p);
  const toIsKey = next.kind === 'punct' || (next.kind === 'ident' && next.text === 'to');
  const source: Expr | null = atWord(p, 'to') && !(toIsKey && !nextIs(p, '(')) ? null : p.readExpr(p);
  expectWord(p, 'to');
  const interval = p.readExpr(p);
  const into = readOptionalInto(p);
  return { kind: 'roundtime', keyword, source, interval, into, span: spanFrom(p, keyword.span.start) };
};
