import type { Span } from '@clearspan/text';
import type { LuceneStage } from '../../ast/stage.ts';
import type { LuceneQuery } from '../../lucene/lucene-query.ts';
import { parseLucene } from '../../lucene/parse-lucene.ts';
import { BOOL, STRING } from '../../types/type.ts';
import type { CheckedStage, TypedExpr } from '../checked.ts';
import { matchLuceneValue } from '../lucene/match-value.ts';
import { resolveLuceneField } from '../lucene/resolve-field.ts';
import { error, type Scope, sourceText, warn } from '../scope.ts';

/** Where a part of the Lucene query stands in the text of the whole query. */
type Locate = (inner: Span) => Span;

/** Inside the quotes, where the text stands there as it is; all of it where escapes move it. */
const locateIn = (scope: Scope, written: Span, text: string): Locate => {
  const start = written.start + 1;
  const isPlain = sourceText(scope, { start, end: written.end - 1 }) === text;
  return (inner) => (isPlain ? { start: start + inner.start, end: start + inner.end } : written);
};

/** Conditions joined in halves, so that a long list makes no deep tree. */
const joined = (op: '&&' | '||', items: readonly TypedExpr[], span: Span): TypedExpr => {
  const [first] = items;
  if (first === undefined) return { kind: 'bool', value: op === '&&', type: BOOL, span };
  if (items.length === 1) return first;
  const half = Math.ceil(items.length / 2);
  const [left, right] = [joined(op, items.slice(0, half), span), joined(op, items.slice(half), span)];
  return { kind: 'binary', op, left, right, type: BOOL, span };
};

const condition = (scope: Scope, query: LuceneQuery, locate: Locate): TypedExpr => {
  const span = locate(query.span);
  switch (query.kind) {
    case 'all':
      return { kind: 'bool', value: true, type: BOOL, span };
    case 'and':
    case 'or':
      return joined(
        query.kind === 'and' ? '&&' : '||',
        query.items.map((item) => condition(scope, item, locate)),
        span,
      );
    case 'not':
      return { kind: 'not', operand: condition(scope, query.item, locate), type: BOOL, span };
    case 'exists': {
      // As text an object is there too, of which `!= null` says nothing.
      const field = resolveLuceneField(scope, query.field, locate(query.field.span));
      const operand: TypedExpr = { kind: 'cast', operand: field, type: STRING, span };
      return { kind: 'presence', operand, present: true, type: BOOL, span };
    }
    case 'match': {
      const target =
        query.field === null
          ? scope.check(scope, { kind: 'keypath', root: 'd', steps: [], span })
          : resolveLuceneField(scope, query.field, locate(query.field.span));
      return matchLuceneValue(scope, target, query.value, span);
    }
    default:
      return unreachable(query);
  }
};

/** `lucene '…'`: a filter like any other, from a query in Lucene's own syntax. */
export const checkLucene = (scope: Scope, stage: LuceneStage): CheckedStage => {
  const { span } = stage;
  const at = { command: 'lucene', span, shape: scope.shape, kind: 'filter', keep: true } as const;
  const everything: TypedExpr = { kind: 'bool', value: true, type: BOOL, span };
  const written = stage.query;
  if (written.kind !== 'string') {
    if (written.kind !== 'error')
      error(scope, 'DP2013', 'expected a Lucene query written as a string, found another value', written.span);
    return { ...at, condition: everything };
  }
  const { query, faults, ignored } = parseLucene(written.value);
  const locate = locateIn(scope, written.span, written.value);
  for (const fault of faults) error(scope, 'DP1010', `${fault.message} in the Lucene query`, locate(fault.span));
  for (const part of ignored) warn(scope, 'DP3010', part.message, locate(part.span));
  return { ...at, condition: query === null ? everything : condition(scope, query, locate) };
};

const unreachable = (query: never): never => {
  throw new TypeError(`unexpected Lucene query ${JSON.stringify(query)}`);
};
