import { closest } from '@clearspan/text';
import type { KeypathExpr, Name } from '../../ast/expr.ts';
import type { Query } from '../../ast/query.ts';
import type { JoinMode, JoinStage, StitchStage, UnionStage } from '../../ast/stage.ts';
import { advance, at, peek, spanFrom, spanOf, textOf } from '../cursor.ts';
import { acceptWord, atClauseWord, atWord, expect, expectClosing, expectWord, listOf, nextIs } from '../expect.ts';
import { readKeypath } from '../expr/keypath.ts';
import { nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, report, unexpected } from '../report.ts';
import { readInto } from './clauses.ts';
import { readSource } from './source.ts';

/** Commands that bring in the rows of another query. */

const emptyQuery = (p: Parser): Query => ({
  kind: 'query',
  stages: [],
  span: { start: p.current.start, end: p.current.start },
});

/** A dataset without parentheses, as in `union logs`: read as a query of that source. */
const readBareSource = (p: Parser): Query => {
  const { start } = p.current;
  const word = acceptWord(p, 'source') ?? acceptWord(p, 'from');
  const keyword = word ?? { text: 'source', span: { start, end: start } };
  const stage = readSource(p, keyword);
  const span = spanFrom(p, start);
  const text = word === null ? `(source ${textOf(p, span)})` : `(${textOf(p, span)})`;
  report(p, 'DP1003', span, 'expected a query in parentheses, found a dataset', {
    fix: { title: `Write \`${text.slice(0, 60)}\``, span, text },
  });
  return { kind: 'query', stages: [stage], span };
};

/** Words that show that the query is missing, and so do not name a dataset. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(['into', 'on', 'using', 'merge']);

/** `all (source …`: a word before a query in parentheses, which no parameters begin with. */
const passModifier = (p: Parser, what: string): void => {
  if (p.current.kind !== 'ident' || !nextIs(p, '(')) return;
  const inside = p.text.slice(peek(p).end, peek(p).end + 200);
  if (!/^\s*(?:\||\)|[A-Za-z]+\s+[^\s=])/.test(inside)) return;
  const word = spanOf(p.current);
  const span = { start: word.start, end: peek(p).start };
  const fix = { title: `Remove \`${p.current.text}\``, span, text: '' };
  report(p, 'DP1003', word, `expected ${what}, found \`${p.current.text}\``, { fix });
  advance(p, 'skipped');
};

/** `( query )`. */
const readSubquery = (p: Parser, what = 'a query in parentheses'): Query => {
  passModifier(p, what);
  if (p.current.kind === 'ident' && !CLAUSE_WORDS.has(p.current.text)) return readBareSource(p);
  if (!at(p, '(')) {
    unexpected(p, 'a query in parentheses');
    return emptyQuery(p);
  }
  return nested(p, () => {
    advance(p, 'punctuation');
    const query = p.readQuery(p);
    expectClosing(p, ')');
    return query;
  });
};

const MODES: readonly JoinMode[] = ['left', 'inner', 'full', 'cross'];

const readMode = (p: Parser): JoinMode | null => {
  for (const mode of MODES) if (acceptWord(p, mode) !== null) return mode;
  if (!atWord(p, 'right')) return null;
  const token = advance(p, 'keyword');
  report(
    p,
    'DP1003',
    token,
    'expected `left`, `inner`, `full` or `cross`, found `right`; swap the sides and use `left`',
  );
  return 'left';
};

/** `[left=> | right=>] keypath`. */
const readSide = (p: Parser): KeypathExpr => {
  const { start } = p.current;
  const side = atWord(p, 'left') ? 'left' : atWord(p, 'right') ? 'right' : null;
  if (side === null || !(nextIs(p, '=>') || nextIs(p, '->'))) return readKeypath(p);
  advance(p, 'keyword');
  const mark = advance(p, 'infix');
  if (mark.text !== '=>') foreign(p, spanOf(mark), 'expected `=>`, found `->`', '=>');
  const path = readKeypath(p, 'a keypath after `=>`');
  return { ...path, side, span: spanFrom(p, start) };
};

type Pair = Extract<JoinStage['match'], { kind: 'on' }>['pairs'][number];

/** `side == side`. The left side of the join comes first in the tree, whichever is written first. */
const readPair = (p: Parser): Pair => {
  const first = readSide(p);
  if (at(p, '=')) {
    const mark = spanOf(p.current);
    const fix = { title: 'Write `==`', span: mark, text: '==' };
    report(p, 'DP1008', mark, 'expected `==`, found `=`', { fix });
    advance(p, 'infix');
  } else expect(p, '==', 'infix');
  const second = readSide(p);
  const swapped = first.side === 'right' ? second.side !== 'right' : second.side === 'left' && first.side !== 'left';
  return swapped ? { left: second, right: first } : { left: first, right: second };
};

const readPairs = (p: Parser): readonly Pair[] => {
  const pairs = [readPair(p)];
  while (at(p, '&&') || atWord(p, 'and')) {
    const token = advance(p, 'infix');
    if (token.text !== '&&') {
      const fix = { title: 'Write `&&`', span: spanOf(token), text: '&&' };
      report(p, 'DP1008', token, `expected \`&&\`, found \`${token.text}\``, { fix });
    }
    pairs.push(readPair(p));
  }
  return pairs;
};

/** `cross` pairs every row with every other. */
const refuseCondition = (p: Parser): void => {
  if (!atWord(p, 'on') && !atWord(p, 'using')) return;
  unexpected(p, '`into` after `cross`, which has no condition');
  p.panic = false;
};

const readMatch = (p: Parser, mode: JoinMode): JoinStage['match'] => {
  if (mode === 'cross') refuseCondition(p);
  if (acceptWord(p, 'on') !== null) return { kind: 'on', pairs: readPairs(p) };
  if (acceptWord(p, 'using') !== null)
    return { kind: 'using', keys: listOf(p, 'a keypath', () => readKeypath(p), atInto) };
  if (mode !== 'cross') unexpected(p, '`on` and a condition, or `using` and keypaths');
  return null;
};

const isNearInto = (p: Parser): boolean => p.current.kind === 'ident' && closest(p.current.text, ['into']) !== null;

const readJoinTarget = (p: Parser): KeypathExpr | null => {
  if (atWord(p, 'into') || atWord(p, 'as') || isNearInto(p)) return readInto(p);
  const span = { start: p.previousEnd, end: p.previousEnd };
  const isMissing = p.current.kind === 'end' || at(p, '|') || at(p, ')');
  const fix = { title: 'Add `into joined`', span, text: ' into joined' };
  unexpected(p, '`into` and a keypath', isMissing ? { fix } : {});
  return null;
};

const atInto = (p: Parser): boolean => atClauseWord(p, 'into');

/** The condition and the target. The target before the condition is read as well, and told. */
const readMatchAndTarget = (p: Parser, mode: JoinMode): Pick<JoinStage, 'match' | 'into'> => {
  if (mode !== 'cross' && atWord(p, 'into')) {
    unexpected(p, '`on` and a condition, or `using` and keypaths');
    const into = readInto(p);
    return { into, match: atWord(p, 'on') || atWord(p, 'using') ? readMatch(p, mode) : null };
  }
  const match = readMatch(p, mode);
  return { match, into: readJoinTarget(p) };
};

const MODE_OR_QUERY = '`left`, `inner`, `full`, `cross` or a query in parentheses';

export const readJoin = (p: Parser, keyword: Name): JoinStage => {
  const written = readMode(p);
  const mode = written ?? 'left';
  const query = readSubquery(p, MODE_OR_QUERY);
  const { match, into } = readMatchAndTarget(p, mode);
  const span = spanFrom(p, keyword.span.start);
  return { kind: 'join', keyword, mode, modeWritten: written !== null, query, match, into, span };
};

export const readUnion = (p: Parser, keyword: Name): UnionStage => {
  const query = readSubquery(p);
  return { kind: 'union', keyword, query, span: spanFrom(p, keyword.span.start) };
};

export const readStitch = (p: Parser, keyword: Name): StitchStage => {
  const query = readSubquery(p);
  expectWord(p, 'into');
  const into = readKeypath(p, 'a keypath after `into`');
  const merge = acceptWord(p, 'merge') !== null;
  return { kind: 'stitch', keyword, query, into, merge, span: spanFrom(p, keyword.span.start) };
};
