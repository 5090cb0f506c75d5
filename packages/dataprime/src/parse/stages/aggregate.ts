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
import { advance, peek, spanFrom, textOf } from '../cursor.ts';
import { acceptWord, atClauseWord, atWord, expect, expectClosing, expectWord, listOf, nextIs } from '../expect.ts';
import { nested, within } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, report, unexpected } from '../report.ts';
import { readAmount, readColumn, readColumns, readDirection, readInto, readOptionalInto } from './clauses.ts';

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

/** `aggregate count(…)`: the word is that of the clause and no key, as a key is followed by `,`, `as` or the word. */
const atAggregates = (p: Parser): boolean =>
  AGGREGATE_WORDS.some((word) => atClauseWord(p, word)) && peek(p).kind !== 'end' && startsCall(p);

/** Whether a call or an interpolated string follows the current word. */
const startsCall = (p: Parser): boolean => {
  const next = peek(p);
  return next.kind === 'template' || (next.kind === 'ident' && /^\s*\(/.test(p.text.slice(next.end, next.end + 100)));
};

/** The keys of groups. Without any, what is computed over them still is. */
const readKeys = (p: Parser): readonly Column[] => {
  if (atAggregates(p)) {
    unexpected(p, 'a key to group by');
    p.panic = false;
    return [];
  }
  return within(p, { beforeAggregates: true }, () => readColumns(p, atAggregates));
};

export const readGroupby = (p: Parser, keyword: Name): GroupbyStage => {
  const keys = readKeys(p);
  const aggregates = readAggregates(p);
  return { kind: 'groupby', keyword, keys, ...aggregates, span: spanFrom(p, keyword.span.start) };
};

/** A key without parentheses is taken as a set of its own. */
const readBareSet = (p: Parser): readonly Column[] => {
  const { start } = p.current;
  const column = within(p, { beforeAggregates: true }, () => readColumn(p));
  const span = spanFrom(p, start);
  const text = `(${textOf(p, span)})`;
  if (!p.panic) {
    const fix = { title: 'Write parentheses around it', span, text };
    report(p, 'DP1003', span, `expected a set of keys in parentheses, found \`${textOf(p, span).slice(0, 40)}\``, {
      fix,
    });
  }
  return [column];
};

const readSet = (p: Parser): readonly Column[] =>
  nested(p, () => {
    if (p.current.kind === 'ident' || p.current.kind === 'root') return readBareSet(p);
    if (!expect(p, '(')) return [];
    const keys = readColumns(p);
    expectClosing(p, ')');
    return keys;
  });

export const readMultigroupby = (p: Parser, keyword: Name): MultigroupbyStage => {
  const sets = listOf(p, 'a set of keys', () => readSet(p));
  const aggregates = readAggregates(p);
  return { kind: 'multigroupby', keyword, sets, ...aggregates, span: spanFrom(p, keyword.span.start) };
};

/** `count()` and `count(*)`, as the function and other languages write it. */
const passParentheses = (p: Parser): void => {
  const found = /^\(\s*\*?\s*\)/.exec(p.text.slice(p.current.start, p.current.start + 20))?.[0];
  if (found === undefined) return;
  const span = { start: p.current.start, end: p.current.start + found.length };
  while (p.current.kind !== 'end' && p.current.start < span.end) advance(p, 'skipped');
  foreign(p, span, `expected \`count\` without parentheses, found \`${found}\``, '');
};

export const readCount = (p: Parser, keyword: Name): CountStage => {
  passParentheses(p);
  if (atWord(p, 'as')) return { kind: 'count', keyword, into: readInto(p), span: spanFrom(p, keyword.span.start) };
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

const atBy = (p: Parser): boolean => atClauseWord(p, 'by');

/** The results of `top`; where there are none, `by` is still that of the clause. */
const readRankedColumns = (p: Parser): readonly Column[] => {
  if (!atBy(p)) return readColumns(p, atBy);
  unexpected(p, 'a result before `by`');
  p.panic = false;
  return [];
};

const readRanked = (p: Parser, kind: TopStage['kind'], keyword: Name): TopStage => {
  const count = readAmount(p);
  const columns = readRankedColumns(p);
  const by = expectWord(p, 'by') ? readColumns(p) : [];
  return { kind, keyword, count, columns, by, span: spanFrom(p, keyword.span.start) };
};

export const readTop = (p: Parser, keyword: Name): TopStage => readRanked(p, 'top', keyword);
export const readBottom = (p: Parser, keyword: Name): TopStage => readRanked(p, 'bottom', keyword);
