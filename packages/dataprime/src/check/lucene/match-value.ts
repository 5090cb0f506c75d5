import type { Span } from '@clearspan/text';
import { FIND_PATTERN } from '../../functions/lucene.ts';
import { findScalar } from '../../functions/registry.ts';
import { escapeRegex, SEPARATORS } from '../../functions/text-search.ts';
import type { LuceneBound, LuceneValue, Wild } from '../../lucene/lucene-query.ts';
import { severityFromText } from '../../types/severity.ts';
import { BOOL, NUMBER, SEVERITY, STRING, TIMESTAMP, type Type } from '../../types/type.ts';
import type { TypedExpr } from '../checked.ts';
import { regularExpression, toRe2 } from '../rules/regular-expression.ts';
import { error, type Scope, wrong } from '../scope.ts';

const text = (value: string, span: Span): TypedExpr => ({ kind: 'string', value, type: STRING, span });
const number = (value: number, span: Span): TypedExpr => ({ kind: 'number', value, type: NUMBER, span });
const as = (operand: TypedExpr, type: Type): TypedExpr =>
  operand.type.kind === type.kind ? operand : { kind: 'cast', operand, type, span: operand.span };

type Op = '==' | '<' | '<=' | '>' | '>=' | '~' | '||' | '&&';
const binary = (op: Op, left: TypedExpr, right: TypedExpr, span: Span): TypedExpr => ({
  kind: 'binary',
  op,
  left,
  right,
  type: BOOL,
  span,
});

const numberIn = (written: string): number | null =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written) ? Number(written) : null;

/** A whole word, or whole text: what stands around the pattern separates words. */
const wholeWords = (pattern: string): string => `(?i)(?:\\A|[${SEPARATORS}])(?:${pattern})(?:[${SEPARATORS}]|\\z)`;

const found = (target: TypedExpr, pattern: string, written: string, span: Span): TypedExpr => ({
  kind: 'call',
  fn: FIND_PATTERN,
  args: [target, text(pattern, span), text(written, span)],
  type: BOOL,
  span,
});

const wildcardText = (pieces: readonly (string | Wild)[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.wild)).join('');
const wildcardPattern = (pieces: readonly (string | Wild)[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? escapeRegex(piece) : piece.wild === '*' ? '\\S*' : '\\S'))
    .join('');

/** A severity by name or code; null, reported, when there is no such one. */
const severity = (scope: Scope, written: string, span: Span): TypedExpr | null => {
  const name = severityFromText(written);
  if (name === null) error(scope, 'DP2003', `expected a severity, found \`${written}\``, span);
  return name === null ? null : { kind: 'severity', name, type: SEVERITY, span };
};

const NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]+:[0-9a-fA-F:]*)\/\d{1,3}$/;

/** Words in a field. A number is also found where the field holds it in another spelling. */
const matchWords = (scope: Scope, target: TypedExpr, words: string, span: Span): TypedExpr => {
  if (target.type.kind === 'severity') {
    const named = severity(scope, words, span);
    return named === null ? wrong(span) : binary('==', target, named, span);
  }
  const inText = binary('~', target, text(words, span), span);
  const subnet = findScalar('ipInSubnet');
  if (NETWORK.test(words) && subnet !== null) {
    const args = [as(target, STRING), text(words, span)];
    return binary('||', { kind: 'call', fn: subnet, args, type: BOOL, span }, inText, span);
  }
  const value = numberIn(words);
  if (value === null || (target.type.kind !== 'unknown' && target.type.kind !== 'number')) return inText;
  const own = as(target, NUMBER);
  const isNone: TypedExpr = { kind: 'presence', operand: own, present: false, type: BOOL, span };
  const equal = binary('==', own, number(value, span), span);
  return target.type.kind === 'number' ? equal : binary('||', equal, binary('&&', isNone, inText, span), span);
};

/** An end of a range as a value, and the type both sides are compared as. */
const endOf = (scope: Scope, target: TypedExpr, { text: written }: LuceneBound, span: Span): TypedExpr | null => {
  if (target.type.kind === 'severity') return severity(scope, written, span);
  if (target.type.kind === 'timestamp') return as(text(written, span), TIMESTAMP);
  const value = numberIn(written);
  return value === null || target.type.kind === 'string' ? text(written, span) : number(value, span);
};

const matchRange = (scope: Scope, target: TypedExpr, range: LuceneValue & { kind: 'range' }, span: Span): TypedExpr => {
  const side = (bound: LuceneBound | null, op: '<' | '>'): readonly TypedExpr[] => {
    const end = bound === null ? null : endOf(scope, target, bound, span);
    if (bound === null || end === null) return [];
    return [binary(bound.included ? `${op}=` : op, as(target, end.type), end, span)];
  };
  const [first, second] = [...side(range.from, '>'), ...side(range.to, '<')];
  if (first === undefined) return { kind: 'presence', operand: as(target, STRING), present: true, type: BOOL, span };
  return second === undefined ? first : binary('&&', first, second, span);
};

/** Whether a field, or all of `$d`, holds a value of a Lucene query. */
export const matchLuceneValue = (scope: Scope, target: TypedExpr, value: LuceneValue, span: Span): TypedExpr => {
  switch (value.kind) {
    case 'term':
    case 'phrase':
      return matchWords(scope, target, value.text, span);
    case 'wildcard':
      return found(target, wholeWords(wildcardPattern(value.pieces)), wildcardText(value.pieces), span);
    case 'regex': {
      regularExpression(scope, value.pattern, span);
      return found(target, wholeWords(toRe2(value.pattern)), `/${value.pattern}/`, span);
    }
    case 'range':
      return matchRange(scope, target, value, span);
    default:
      return unreachable(value);
  }
};

const unreachable = (value: never): never => {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
};
