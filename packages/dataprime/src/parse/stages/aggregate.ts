import type { Name } from '../../ast/expr.ts';
import type {
  AggregateStage,
  Column,
  CountbyStage,
  CountStage,
  DistinctStage,
  GroupbyStage,
  MultigroupbyStage,
  TopStage,
} from '../../ast/stage.ts';
import { commandNamed } from '../command-names.ts';
import { at, spanFrom } from '../cursor.ts';
import { acceptWord, expect, expectWord, listOf, nextIs } from '../expect.ts';
import { nested, within } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { readAmount, readColumns, readDirection, readOptionalInto } from './clauses.ts';

/** Commands that make one row of many. */

export const readAggregate = (p: Parser, keyword: Name): AggregateStage => {
  const aggregates = readColumns(p);
  return { kind: 'aggregate', keyword, aggregates, span: spanFrom(p, keyword.span.start) };
};

/** Words before what is computed over the rows of a group, the canonical one first. */
export const AGGREGATE_WORDS = ['aggregate', 'agg', 'calculate', 'calc'] as const;

interface Aggregates {
  readonly aggregateKeyword: Name | null;
  readonly aggregates: readonly Column[];
}

/**
 * The aggregates after the group keys. Their keyword may be missing: they then start with a word or an interpolated
 * string. A command without parentheses is no aggregate but a `|` that was forgotten.
 */
const readAggregates = (p: Parser): Aggregates => {
  for (const word of AGGREGATE_WORDS) {
    const aggregateKeyword = acceptWord(p, word);
    if (aggregateKeyword !== null) return { aggregateKeyword, aggregates: readColumns(p) };
  }
  const { kind, text } = p.current;
  const forgotten = kind === 'ident' && commandNamed(text) !== null && !nextIs(p, '(');
  const starts = (kind === 'ident' && !forgotten && !/^by$/i.test(text)) || kind === 'template';
  return { aggregateKeyword: null, aggregates: starts ? readColumns(p) : [] };
};

const readKeys = (p: Parser): readonly Column[] => within(p, { beforeAggregates: true }, () => readColumns(p));

export const readGroupby = (p: Parser, keyword: Name): GroupbyStage => {
  const keys = readKeys(p);
  const aggregates = readAggregates(p);
  return { kind: 'groupby', keyword, keys, ...aggregates, span: spanFrom(p, keyword.span.start) };
};

const readSet = (p: Parser): readonly Column[] =>
  nested(p, () => {
    expect(p, '(');
    const keys = at(p, ')') ? [] : readColumns(p);
    expect(p, ')');
    return keys;
  });

export const readMultigroupby = (p: Parser, keyword: Name): MultigroupbyStage => {
  const sets = listOf(p, 'a set of keys', () => readSet(p));
  const aggregates = readAggregates(p);
  return { kind: 'multigroupby', keyword, sets, ...aggregates, span: spanFrom(p, keyword.span.start) };
};

export const readCount = (p: Parser, keyword: Name): CountStage => {
  const into = readOptionalInto(p);
  return { kind: 'count', keyword, into, span: spanFrom(p, keyword.span.start) };
};

export const readCountby = (p: Parser, keyword: Name): CountbyStage => {
  const keys = readColumns(p);
  const into = readOptionalInto(p);
  const direction = readDirection(p);
  return { kind: 'countby', keyword, keys, into, direction, span: spanFrom(p, keyword.span.start) };
};

export const readDistinct = (p: Parser, keyword: Name): DistinctStage => {
  const columns = readColumns(p);
  return { kind: 'distinct', keyword, columns, span: spanFrom(p, keyword.span.start) };
};

const readRanked = (p: Parser, kind: TopStage['kind'], keyword: Name): TopStage => {
  const count = readAmount(p);
  const columns = readColumns(p);
  const by = expectWord(p, 'by') ? readColumns(p) : [];
  return { kind, keyword, count, columns, by, span: spanFrom(p, keyword.span.start) };
};

export const readTop = (p: Parser, keyword: Name): TopStage => readRanked(p, 'top', keyword);
export const readBottom = (p: Parser, keyword: Name): TopStage => readRanked(p, 'bottom', keyword);
