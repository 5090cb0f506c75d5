import type { KeypathExpr, Name } from '../ast/expr.ts';
import type {
  Column,
  CreateStage,
  DedupebyStage,
  ExtractStage,
  JoinStage,
  MultigroupbyStage,
  OnClause,
  OrderKey,
  SourceStage,
  Stage,
  TimeFrame,
  TypedKey,
} from '../ast/stage.ts';
import { doubleQuote } from '../lex/escapes.ts';
import { isDatasetWord } from '../lex/rescan.ts';
import type { PrintContext } from './print-context.ts';
import { printArguments, printExprIn } from './print-expr.ts';

const list = <T>(items: readonly T[], print: (item: T) => string): string => items.map(print).join(', ');

/** A clause with its leading blank, or nothing. */
const optional = <T>(value: T | null, print: (value: T) => string): string =>
  value === null ? '' : ` ${print(value)}`;

const columns = (c: PrintContext, items: readonly Column[]): string =>
  list(items, ({ expr, alias }) => {
    return `${printExprIn(c, expr)}${optional(alias, (path) => `as ${printExprIn(c, path)}`)}`;
  });

const orderKeys = (c: PrintContext, keys: readonly OrderKey[]): string =>
  list(keys, ({ expr, direction }) => `${printExprIn(c, expr)}${optional(direction, String)}`);

const typedKeys = (c: PrintContext, keys: readonly TypedKey[]): string =>
  list(keys, ({ path, type }) => `${printExprIn(c, path)}:${type.text}`);

const dataset = (names: readonly Name[]): string =>
  names.map(({ text }) => (isDatasetWord(text) ? text : doubleQuote(text))).join('/');

const frame = (c: PrintContext, time: TimeFrame): string => {
  switch (time.kind) {
    case 'around':
      return `around ${printExprIn(c, time.at)}${optional(time.interval, (i) => `interval ${printExprIn(c, i)}`)}`;
    case 'between':
      return `between ${printExprIn(c, time.from)} and ${printExprIn(c, time.to)}`;
    case 'last':
    case 'timeshifted':
      return `${time.kind} ${printExprIn(c, time.interval)}`;
  }
};

const source = (c: PrintContext, stage: SourceStage): string => {
  const params = list(stage.params, ({ name, value }) => `${name.text}=${printExprIn(c, value)}`);
  const written = params === '' ? '' : `(${params})`;
  return `${dataset(stage.dataset)}${written}${optional(stage.frame, (time) => frame(c, time))}`;
};

const onClauses = (clauses: readonly OnClause[]): string =>
  clauses
    .map(({ event, action }) => ` on ${event === 'datatype' ? 'datatype changed' : `keypath ${event}`} ${action}`)
    .join('');

const create = (c: PrintContext, { form, target, value, on }: CreateStage): string => {
  const [to, from] = [printExprIn(c, target), printExprIn(c, value)];
  return `${form === 'as' ? `${from} as ${to}` : `${to} from ${from}`}${onClauses(on)}`;
};

const dedupeby = (c: PrintContext, { keys, keep, order }: DedupebyStage): string => {
  const ordered = order.length === 0 ? '' : ` orderby ${orderKeys(c, order)}`;
  return `${list(keys, (key) => printExprIn(c, key))}${optional(keep, (n) => `keep ${printExprIn(c, n)}`)}${ordered}`;
};

const sets = (c: PrintContext, keys: MultigroupbyStage['sets']): string => list(keys, (set) => `(${columns(c, set)})`);

const extract = (c: PrintContext, stage: ExtractStage): string => {
  const args = stage.args.length === 0 ? '' : printArguments(c, stage.args);
  const types = stage.datatypes.length === 0 ? '' : ` datatypes ${typedKeys(c, stage.datatypes)}`;
  return `${printExprIn(c, stage.source)} into ${printExprIn(c, stage.into)} using ${stage.extractor.text}${args}${types}`;
};

/** What aggregates may start with when their keyword is left out. */
const STARTS_AGGREGATES = /^(?:`|(?!(?:and|or|by|as|not)\()[\p{L}_][\p{L}\p{M}\p{N}_]*\()/u;

/** Aggregates after group keys. A keyword that was left out stays out where the text can do without. */
const aggregates = (c: PrintContext, keyword: Name | null, items: readonly Column[]): string => {
  if (items.length === 0) return '';
  const text = columns(c, items);
  const word = keyword === null ? (STARTS_AGGREGATES.test(text) ? '' : 'aggregate ') : `${keyword.text} `;
  return ` ${word}${text}`;
};

const into = (c: PrintContext, path: KeypathExpr | null): string =>
  optional(path, (to) => `into ${printExprIn(c, to)}`);

const match = (c: PrintContext, stage: JoinStage): string => {
  if (stage.match === null) return '';
  if (stage.match.kind === 'using') return ` using ${list(stage.match.keys, (key) => printExprIn(c, key))}`;
  const pairs = stage.match.pairs.map(({ left, right }) => `${printExprIn(c, left)} == ${printExprIn(c, right)}`);
  return ` on ${pairs.join(' && ')}`;
};

const join = (c: PrintContext, stage: JoinStage): string => {
  const mode = stage.modeWritten ? `${stage.mode} ` : '';
  return `${mode}(${c.printQuery(c, stage.query)})${match(c, stage)}${into(c, stage.into)}`;
};

/** What stands after the command's word. */
const rest = (c: PrintContext, stage: Stage): string => {
  const e = (expr: Parameters<typeof printExprIn>[1]): string => printExprIn(c, expr);
  switch (stage.kind) {
    case 'source':
      return source(c, stage);
    case 'filter':
    case 'block':
      return e(stage.condition);
    case 'find':
      return `${e(stage.phrase)} in ${e(stage.target)}`;
    case 'wildfind':
      return e(stage.phrase);
    case 'lucene':
      return e(stage.query);
    case 'limit':
      return e(stage.count);
    case 'dedupeby':
      return dedupeby(c, stage);
    case 'choose':
    case 'distinct':
      return columns(c, stage.columns);
    case 'create':
      return create(c, stage);
    case 'replace':
      return `${e(stage.target)} with ${e(stage.value)}${onClauses(stage.on)}`;
    case 'move':
      return `${e(stage.from)} to ${e(stage.to)}`;
    case 'remove':
      return list(stage.paths, e);
    case 'convert':
      return `${stage.datatypesWritten ? 'datatypes ' : ''}${typedKeys(c, stage.keys)}`;
    case 'redact':
      return `${e(stage.path)} matching ${e(stage.matching)} to ${e(stage.replacement)}`;
    case 'roundtime':
      return `${stage.source === null ? '' : `${e(stage.source)} `}to ${e(stage.interval)}${into(c, stage.into)}`;
    case 'extract':
      return extract(c, stage);
    case 'explode':
      return `${e(stage.source)} into ${e(stage.into)}${optional(stage.original, (kept) => `original ${kept}`)}`;
    case 'enrich':
      return `${e(stage.source)} into ${e(stage.into)} using ${dataset(stage.table)}`;
    case 'aggregate':
      return columns(c, stage.aggregates);
    case 'groupby':
      return `${columns(c, stage.keys)}${aggregates(c, stage.aggregateKeyword, stage.aggregates)}`;
    case 'multigroupby':
      return `${sets(c, stage.sets)}${aggregates(c, stage.aggregateKeyword, stage.aggregates)}`;
    case 'count':
      return into(c, stage.into).trimStart();
    case 'countby':
      return `${columns(c, stage.keys)}${into(c, stage.into)}${optional(stage.direction, String)}`;
    case 'top':
    case 'bottom':
      return `${e(stage.count)} ${columns(c, stage.columns)} by ${columns(c, stage.by)}`;
    case 'orderby':
      return orderKeys(c, stage.keys);
    case 'join':
      return join(c, stage);
    case 'union':
      return `(${c.printQuery(c, stage.query)})`;
    case 'stitch':
      return `(${c.printQuery(c, stage.query)})${into(c, stage.into)}${stage.merge ? ' merge' : ''}`;
    case 'error':
      return '';
  }
};

/** One stage on one line. */
export const printStage = (c: PrintContext, stage: Stage): string => {
  const text = rest(c, stage);
  return text === '' ? stage.keyword.text : `${stage.keyword.text} ${text}`;
};
