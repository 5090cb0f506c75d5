import type { Span } from '@clearspan/text';
import type { LuceneBound, LuceneField, LuceneQuery, LuceneRemark, LuceneValue, ParsedLucene } from './lucene-query.ts';
import { type LuceneToken, scanLucene } from './scan-lucene.ts';

/** How deep parentheses may stand inside one another. */
const nestingDepthMax = 100;

interface Parser {
  readonly tokens: readonly LuceneToken[];
  at: number;
  depth: number;
  readonly faults: LuceneRemark[];
  readonly ignored: LuceneRemark[];
}

const peek = (p: Parser): LuceneToken => p.tokens[Math.min(p.at, p.tokens.length - 1)] as LuceneToken;
const next = (p: Parser): LuceneToken => {
  const token = peek(p);
  p.at += 1;
  return token;
};

const NAMES: Readonly<Record<string, string>> = { and: '`AND`', or: '`OR`', not: '`NOT`', to: '`TO`', end: 'the end' };
const nameOf = ({ kind }: LuceneToken): string => NAMES[kind] ?? (kind === 'word' ? 'a word' : `\`${kind}\``);

const expected = (p: Parser, what: string): void => {
  const token = peek(p);
  p.faults.push({ message: `expected ${what}, found ${nameOf(token)}`, span: token.span });
};

const joined = (kind: 'and' | 'or', items: readonly LuceneQuery[]): LuceneQuery => {
  const [first] = items;
  if (items.length === 1 && first !== undefined) return first;
  return { kind, items, span: { start: first?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 } };
};

const NOTHING: LuceneQuery = { kind: 'all', span: { start: 0, end: 0 } };

/** One end of a range: a word, a phrase, or `*` for an open one. */
const readEnd = (p: Parser, included: boolean): LuceneBound | null => {
  const token = peek(p);
  if (token.kind !== 'word' && token.kind !== 'phrase') {
    expected(p, 'an end of the range');
    return null;
  }
  next(p);
  return token.kind === 'word' && token.text === '*' ? null : { text: token.text, included };
};

/** `[a TO b]`, `{a TO b}`, and mixed. */
const readRange = (p: Parser): LuceneValue => {
  const opens = next(p).kind === '[';
  const from = readEnd(p, opens);
  if (peek(p).kind === 'to') next(p);
  else expected(p, '`TO`');
  const to = readEnd(p, true);
  const close = peek(p);
  if (close.kind === ']' || close.kind === '}') next(p);
  else expected(p, '`]` or `}`');
  return { kind: 'range', from, to: to === null ? null : { ...to, included: close.kind === ']' } };
};

const wordValue = (token: LuceneToken & { readonly kind: 'word' }): LuceneValue =>
  token.pieces.some((piece) => typeof piece !== 'string')
    ? { kind: 'wildcard', pieces: token.pieces }
    : { kind: 'term', text: token.text };

/** `>5`, `>=5`, `<5`, `<=5`. */
const readOrder = (p: Parser, order: string): LuceneValue => {
  const end = readEnd(p, order.endsWith('='));
  return order.startsWith('>') ? { kind: 'range', from: end, to: null } : { kind: 'range', from: null, to: end };
};

/** A value, or null, told, where there is none. */
const readValue = (p: Parser): LuceneValue | null => {
  const token = peek(p);
  if (token.kind === '[' || token.kind === '{') return readRange(p);
  if (token.kind === 'word') return wordValue(next(p) as typeof token);
  if (token.kind === 'phrase' || token.kind === 'regex') {
    next(p);
    return token;
  }
  expected(p, 'a value');
  return null;
};

const readGroup = (p: Parser, field: LuceneField | null): LuceneQuery => {
  const { span } = next(p);
  p.depth += 1;
  if (p.depth > nestingDepthMax) {
    p.faults.push({ message: `expected at most ${nestingDepthMax} parentheses inside one another, found more`, span });
    p.at = p.tokens.length - 1;
    return NOTHING;
  }
  const inner = readAlternatives(p, field);
  p.depth -= 1;
  if (peek(p).kind === ')') next(p);
  else expected(p, '`)`');
  return inner;
};

const valueIn = (field: LuceneField | null, value: LuceneValue | null, span: Span): LuceneQuery => {
  if (value === null) return NOTHING;
  const isAny =
    value.kind === 'wildcard' && value.pieces.every((piece) => typeof piece !== 'string' && piece.wild === '*');
  if (isAny) return field === null || field.name === '*' ? { kind: 'all', span } : { kind: 'exists', field, span };
  return { kind: 'match', field, value, span };
};

const readField = (p: Parser): LuceneQuery => {
  const name = next(p) as LuceneToken & { readonly kind: 'word' };
  const mark = next(p) as LuceneToken & { readonly kind: ':' };
  const field: LuceneField = { name: name.text, span: name.span };
  const { start } = name.span;
  const spanTo = (): Span => ({ start, end: p.tokens[p.at - 1]?.span.end ?? start });
  if (mark.order !== '') return valueIn(field, readOrder(p, mark.order), spanTo());
  if (field.name === '_exists_') {
    const token = peek(p);
    if (token.kind === 'word' || token.kind === 'phrase') {
      next(p);
      return { kind: 'exists', field: { name: token.text, span: token.span }, span: spanTo() };
    }
    expected(p, 'the name of a field');
    return NOTHING;
  }
  if (peek(p).kind === '(') return readGroup(p, field);
  return valueIn(field, readValue(p), spanTo());
};

const readClause = (p: Parser, field: LuceneField | null): LuceneQuery => {
  const token = peek(p);
  const { start } = token.span;
  let clause: LuceneQuery;
  if (token.kind === '(') clause = readGroup(p, field);
  else if (token.kind === 'word' && p.tokens[p.at + 1]?.kind === ':') clause = readField(p);
  else if (token.kind === 'end' || token.kind === ')') {
    expected(p, 'a term');
    return NOTHING;
  } else {
    const value = readValue(p);
    if (value === null) next(p);
    clause = valueIn(field, value, { start, end: p.tokens[p.at - 1]?.span.end ?? start });
  }
  while (peek(p).kind === 'modifier') {
    const { span } = next(p);
    p.ignored.push({ message: 'a boost, a fuzziness or a distance has no effect here', span });
  }
  return clause;
};

/** A clause with its `+`, `-` or `NOT`. */
const readMarked = (
  p: Parser,
  field: LuceneField | null,
): { readonly mark: '+' | '-' | null; readonly item: LuceneQuery } => {
  let mark: '+' | '-' | null = null;
  for (let token = peek(p); token.kind === '+' || token.kind === '-' || token.kind === 'not'; token = peek(p)) {
    next(p);
    mark = token.kind === '+' ? '+' : mark === '-' ? null : '-';
  }
  return { mark, item: readClause(p, field) };
};

const negated = (item: LuceneQuery): LuceneQuery => ({ kind: 'not', item, span: item.span });

/** Clauses joined by `AND`, with the mark of a clause that stands alone. */
const readConjunction = (p: Parser, field: LuceneField | null): ReturnType<typeof readMarked> => {
  const first = readMarked(p, field);
  if (peek(p).kind !== 'and') return first;
  const items = [first];
  while (peek(p).kind === 'and') {
    next(p);
    items.push(readMarked(p, field));
  }
  return {
    mark: null,
    item: joined(
      'and',
      items.map(({ mark, item }) => (mark === '-' ? negated(item) : item)),
    ),
  };
};

const endsRun = ({ kind }: LuceneToken): boolean => kind === 'or' || kind === ')' || kind === 'end';

/**
 * Clauses side by side: those with `-` or `NOT` must not hold, those with `+` must; of the others one must, unless
 * there is one with `+`.
 */
const readRun = (p: Parser, field: LuceneField | null): LuceneQuery => {
  const clauses = [readConjunction(p, field)];
  while (!endsRun(peek(p))) clauses.push(readConjunction(p, field));
  const of = (wanted: '+' | '-' | null): readonly LuceneQuery[] =>
    clauses.filter(({ mark }) => mark === wanted).map(({ item }) => item);
  const [must, may, mustNot] = [of('+'), of(null), of('-')];
  const wanted = must.length > 0 ? must : may.length > 0 ? [joined('or', may)] : [];
  return joined('and', [...wanted, ...mustNot.map(negated)]);
};

const readAlternatives = (p: Parser, field: LuceneField | null): LuceneQuery => {
  const items = [readRun(p, field)];
  while (peek(p).kind === 'or') {
    next(p);
    items.push(readRun(p, field));
  }
  return joined('or', items);
};

/** The tree of a Lucene query. Never throws. */
export const parseLucene = (text: string): ParsedLucene => {
  const { tokens, faults } = scanLucene(text);
  const p: Parser = { tokens, at: 0, depth: 0, faults: [...faults], ignored: [] };
  const query = readAlternatives(p, null);
  if (p.faults.length === 0 && peek(p).kind !== 'end') expected(p, 'the end');
  return { query: p.faults.length === 0 ? query : null, faults: p.faults.slice(0, 1), ignored: p.ignored };
};
