import type { Span } from '@clearspan/text';
import type { KeypathExpr, Name } from '../../ast/expr.ts';
import type { Column, Stage } from '../../ast/stage.ts';
import { advance, nameOf, spanFrom, spanOf, textOf } from '../cursor.ts';
import { acceptWord, expectWord, listOf, nextIs } from '../expect.ts';
import { keypath, readKeypath } from '../expr/keypath.ts';
import { writtenText } from '../expr/written-text.ts';
import type { Parser } from '../parser.ts';
import { foreign, report, unexpected } from '../report.ts';
import { readColumn, readColumns } from './clauses.ts';
import { readRemove } from './shape.ts';

/** Commands of other languages whose form differs from ours; read as the stages that mean the same. */

const word = (text: string, span: Span): Name => ({ text, span });

/** `name = value`, or a column as we write it. */
const readAssigned = (p: Parser): Column => {
  if (p.current.kind !== 'ident' || !nextIs(p, '=')) return readColumn(p);
  const token = advance(p, 'key');
  const alias: KeypathExpr = keypath(p, token.start, null, [{ kind: 'key', key: token.text, span: spanOf(token) }]);
  advance(p, 'infix');
  return { expr: p.readExpr(p), alias, span: spanFrom(p, token.start) };
};

const columnText = (p: Parser, { expr, alias }: Column): string =>
  writtenText(p, expr) + (alias === null ? '' : ` as ${textOf(p, alias.span)}`);

const columnTexts = (p: Parser, columns: readonly Column[]): string =>
  columns.map((column) => columnText(p, column)).join(', ');

/** What the time of a row is divided by where a chart over time is asked for. */
const BUCKET = '$m.timestamp / $p.timeRange.suggestedInterval as time';

const bucketColumn = (p: Parser, span: Span): Column => {
  const path = (root: 'm' | 'p' | null, ...keys: readonly string[]): KeypathExpr =>
    keypath(
      p,
      span.start,
      root,
      keys.map((key) => ({ kind: 'key', key, span })),
    );
  const [left, right] = [path('m', 'timestamp'), path('p', 'timeRange', 'suggestedInterval')];
  return { expr: { kind: 'binary', op: '/', opSpan: span, left, right, span }, alias: path(null, 'time'), span };
};

/**
 * `stats count() by key` is `groupby key aggregate count()`; without `by`, it is `aggregate`. `timeseries` groups by
 * time before anything else.
 */
const readStats = (p: Parser, keyword: Name): readonly Stage[] => {
  const overTime = /^time/i.test(keyword.text);
  const aggregates = listOf(p, 'an aggregate', () => readAssigned(p));
  const written = acceptWord(p, 'by') === null ? [] : listOf(p, 'a key', () => readAssigned(p));
  const span = spanFrom(p, keyword.span.start);
  const values = columnTexts(p, aggregates);
  const keys = [...(overTime ? [bucketColumn(p, keyword.span)] : []), ...written];
  const keyTexts = [...(overTime ? [BUCKET] : []), ...written.map((key) => columnText(p, key))].join(', ');
  const text = keys.length === 0 ? `aggregate ${values}` : `groupby ${keyTexts} aggregate ${values}`;
  const meant = keys.length === 0 ? 'aggregate' : 'groupby';
  foreign(p, keyword.span, `expected \`${meant}\`, found \`${keyword.text}\``, text, span);
  const aggregateKeyword = word('aggregate', keyword.span);
  if (keys.length === 0) return [{ kind: 'aggregate', keyword: aggregateKeyword, aggregates, span }];
  return [{ kind: 'groupby', keyword: word('groupby', keyword.span), keys, aggregateKeyword, aggregates, span }];
};

const noTarget = (span: Span): KeypathExpr => ({ kind: 'keypath', root: 'd', steps: [], span });

/** `eval a = e, b = f` is one `create` for each. */
const readEval = (p: Parser, keyword: Name): readonly Stage[] => {
  const columns = listOf(p, 'a name and its value', () => readAssigned(p));
  const span = spanFrom(p, keyword.span.start);
  if (columns.some(({ alias }) => alias === null)) unexpected(p, '`as` and a keypath');
  const stages = columns.map(
    ({ expr, alias, span: columnSpan }): Stage => ({
      kind: 'create',
      keyword: word('create', keyword.span),
      target: alias ?? noTarget(columnSpan),
      value: expr,
      form: 'from',
      on: [],
      span,
    }),
  );
  const text = columns
    .map(({ expr, alias }) => `create ${alias === null ? '' : textOf(p, alias.span)} from ${writtenText(p, expr)}`)
    .join(' | ');
  foreign(p, keyword.span, `expected \`create\`, found \`${keyword.text}\``, text, span);
  return stages;
};

/** `rename a as b` is `move a to b`. */
const readRename = (p: Parser, keyword: Name): readonly Stage[] => {
  const pairs = listOf(p, 'a keypath', () => {
    const from = readKeypath(p);
    if (acceptWord(p, 'to') === null) expectWord(p, 'as');
    return { from, to: readKeypath(p) };
  });
  const span = spanFrom(p, keyword.span.start);
  const text = pairs.map(({ from, to }) => `move ${textOf(p, from.span)} to ${textOf(p, to.span)}`).join(' | ');
  foreign(p, keyword.span, `expected \`move\`, found \`${keyword.text}\``, text, span);
  return pairs.map((pair): Stage => ({ kind: 'move', keyword: word('move', keyword.span), ...pair, span }));
};

/** `fields a, b` and `fields + a, b` are `choose`; `fields - a, b` is `remove`. */
const readFields = (p: Parser, keyword: Name): readonly Stage[] => {
  const removes = p.current.kind === 'punct' && p.current.text === '-';
  const meant = removes ? 'remove' : 'choose';
  if (removes || (p.current.kind === 'punct' && p.current.text === '+')) advance(p, 'skipped');
  const replaced = spanFrom(p, keyword.span.start);
  foreign(p, keyword.span, `expected \`${meant}\`, found \`${keyword.text}\``, meant, replaced);
  if (removes) return [readRemove(p, word('remove', keyword.span))];
  const columns = readColumns(p);
  const span = spanFrom(p, keyword.span.start);
  return [{ kind: 'choose', keyword: word('choose', keyword.span), columns, span }];
};

/** `head` without a number keeps ten rows where it comes from. */
const readHead = (p: Parser, keyword: Name): readonly Stage[] => {
  const written = p.current.kind === 'number';
  const text = written ? 'limit' : 'limit 10';
  foreign(p, keyword.span, `expected \`limit\`, found \`${keyword.text}\``, text);
  const count = written ? p.readExpr(p) : ({ kind: 'number', value: 10, text: '10', span: keyword.span } as const);
  return [{ kind: 'limit', keyword: word('limit', keyword.span), count, span: spanFrom(p, keyword.span.start) }];
};

/** SQL cannot be read stage by stage; it is told as a whole. */
const readSql = (p: Parser, keyword: Name): readonly Stage[] => {
  report(
    p,
    'DP1008',
    keyword.span,
    `expected a DataPrime query such as \`source logs | filter … | choose …\`, found SQL: \`${keyword.text}\``,
  );
  p.panic = true;
  return [{ kind: 'error', keyword, span: keyword.span }];
};

type ForeignReader = (p: Parser, keyword: Name) => readonly Stage[];

const READERS: ReadonlyMap<string, ForeignReader> = new Map<string, ForeignReader>([
  ['stats', readStats],
  ['summarize', readStats],
  ['timeseries', readStats],
  ['timechart', readStats],
  ['eval', readEval],
  ['extend', readEval],
  ['rename', readRename],
  ['fields', readFields],
  ['project', readFields],
  ['table', readFields],
  ['head', readHead],
  ['take', readHead],
]);

/** `SELECT … FROM`, with SQL's capitals. */
const isSql = (p: Parser): boolean =>
  p.current.text === 'SELECT' && /^SELECT\s[^|]*\sFROM\s/.test(p.text.slice(p.current.start, p.current.start + 2000));

/** Whether a command of another language stands here, and how to read it. */
export const foreignStage = (p: Parser): ForeignReader | null =>
  isSql(p) ? readSql : (READERS.get(p.current.text.toLowerCase()) ?? null);

/** Words of other languages whose form is ours but for the word. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['sort', 'orderby'],
  ['order', 'orderby'],
  ['drop', 'remove'],
  ['dedup', 'dedupeby'],
  ['having', 'filter'],
  ['search', 'wildfind'],
  ['distinctby', 'distinct'],
]);

/** Reads the word of a renamed command. */
export const takeRenamed = (p: Parser, meant: string): Name => {
  const token = nameOf(advance(p, 'command'));
  foreign(p, token.span, `expected \`${meant}\`, found \`${token.text}\``, meant);
  return word(meant, token.span);
};
