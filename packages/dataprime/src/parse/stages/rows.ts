import type { Expr, KeypathExpr, Name } from '../../ast/expr.ts';
import type {
  BlockStage,
  DedupebyStage,
  FilterStage,
  FindStage,
  LimitStage,
  LuceneStage,
  OrderbyStage,
  WildfindStage,
} from '../../ast/stage.ts';
import { spanFrom, spanOf } from '../cursor.ts';
import { acceptWord, atClauseWord } from '../expect.ts';
import { readOperand } from '../expr/expr.ts';
import { readKeypath } from '../expr/keypath.ts';
import type { Parser } from '../parser.ts';
import { report, unexpected } from '../report.ts';
import { acceptOrderBy, readAmount, readExprs, readOrderKeys } from './clauses.ts';

/** Commands that keep rows or drop them, or put them in order. */

export const readFilter = (p: Parser, keyword: Name): FilterStage => {
  const condition = p.readExpr(p);
  return { kind: 'filter', keyword, condition, span: spanFrom(p, keyword.span.start) };
};

export const readBlock = (p: Parser, keyword: Name): BlockStage => {
  const condition = p.readExpr(p);
  return { kind: 'block', keyword, condition, span: spanFrom(p, keyword.span.start) };
};

/** The keypath after `in`. Without `in`, the writer probably means to search all fields. */
const readTarget = (p: Parser, keyword: Name): KeypathExpr => {
  if (acceptWord(p, 'in') !== null) return readKeypath(p, 'a keypath after `in`');
  unexpected(p, '`in` and a keypath', {
    fix: { title: 'Search all fields: write `wildfind`', span: keyword.span, text: 'wildfind' },
  });
  return { kind: 'keypath', root: 'd', steps: [], span: { ...spanOf(p.current), end: p.current.start } };
};

/** `find in key` lacks its phrase; `find in in key` has a key for it, which is told later. */
const readPhrase = (p: Parser): Expr => {
  if (!atClauseWord(p, 'in')) return readOperand(p);
  const span = { start: p.current.start, end: p.current.start };
  report(p, 'DP1005', p.current, 'expected a phrase before `in`, found `in`');
  return { kind: 'error', span };
};

export const readFind = (p: Parser, keyword: Name): FindStage => {
  const phrase = readPhrase(p);
  const target = readTarget(p, keyword);
  return { kind: 'find', keyword, phrase, target, span: spanFrom(p, keyword.span.start) };
};

export const readWildfind = (p: Parser, keyword: Name): WildfindStage => {
  const phrase = readOperand(p);
  return { kind: 'wildfind', keyword, phrase, span: spanFrom(p, keyword.span.start) };
};

export const readLucene = (p: Parser, keyword: Name): LuceneStage => {
  const query = readOperand(p);
  return { kind: 'lucene', keyword, query, span: spanFrom(p, keyword.span.start) };
};

export const readLimit = (p: Parser, keyword: Name): LimitStage => {
  const count = readAmount(p);
  return { kind: 'limit', keyword, count, span: spanFrom(p, keyword.span.start) };
};

export const readDedupeby = (p: Parser, keyword: Name): DedupebyStage => {
  const keys = readExprs(p);
  const keep: Expr | null = acceptWord(p, 'keep') === null ? null : readAmount(p);
  const order = acceptOrderBy(p) ? readOrderKeys(p) : [];
  return { kind: 'dedupeby', keyword, keys, keep, order, span: spanFrom(p, keyword.span.start) };
};

export const readOrderby = (p: Parser, keyword: Name): OrderbyStage => {
  const keys = readOrderKeys(p);
  return { kind: 'orderby', keyword, keys, span: spanFrom(p, keyword.span.start) };
};
