import { call, iff, infix, isLiteralSql, plain, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';

/**
 * The engine splits and joins at a delimiter that is written out. A computed one is exchanged for a byte that no UTF-8
 * text holds.
 */
const mark = call('char', plain(255));

/** The parts of a text between delimiters; its characters when the delimiter is empty. */
export const splitText = (text: SqlExpr, delimiter: SqlExpr): SqlExpr =>
  isLiteralSql(delimiter)
    ? call('splitByString', delimiter, text)
    : iff(
        infix('=', delimiter, str('')),
        call('splitByString', str(''), text),
        call('splitByChar', mark, call('replaceAll', text, delimiter, mark)),
      );

/** Texts with a delimiter between each two. */
export const joinTexts = (texts: SqlExpr, delimiter: SqlExpr): SqlExpr =>
  isLiteralSql(delimiter)
    ? call('arrayStringConcat', texts, delimiter)
    : call('replaceAll', call('arrayStringConcat', texts, mark), mark, delimiter);
