import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** What a number of hours or days says of a thing as soon as there are any. */
const LATE = /^(?:late|overdue|delayed|tardy)$/;
const NAMED_LATE = /^(?:late|lateness|overdue|delay|delayed)$/;
const UNIT = /^(?:d|days?|h|hours?|hrs?|min|mins|minutes?|s|sec|secs|seconds?|weeks?|ms|by|in)$/;
const BETWEEN = /^(?:that|which|who|is|are|was|were|be|been|being|came|come|has|have|had|too|ran|arrived)$/;
/** "how late", "2 days late", "later": these ask for the number itself. */
const MEASURES = /^(?:how|days?|hours?|minutes?|mins?|seconds?|weeks?|average|most|very)$/;

/** The thing that a field tells the lateness of, null where it tells none: of orders `order.daysLate`. */
const thingOf = (field: FieldRef, name: string): string | null => {
  const words = nameWords(name);
  const told = words.filter((word) => !UNIT.test(word));
  if (field.type !== 'number' || field.role !== null || told.length < 2 || !NAMED_LATE.test(told.at(-1) ?? ''))
    return null;
  return wordForm(told.at(-2) ?? '');
};

const latenessOf = (things: readonly string[], index: CatalogIndex): FieldRef | null => {
  const found = index.logs.fields.filter(({ ref, name }) => things.includes(thingOf(ref, name) ?? ''));
  return found.length === 1 ? (found[0]?.ref ?? null) : null;
};

const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  MEASURES.test(tokens[at - 1]?.norm ?? '') || tokens[at - 1]?.kind === 'quantity' || tokens[at + 1]?.norm === 'than';

const ASKS = /^(?:which|what|each|every|per|by)$/;

/** A shift, or what else is called late by name. */
const isNamedValue = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const fields = (index.values.get(tokens[at]?.norm ?? '') ?? []).flatMap(({ field }) =>
    nameWords(field.path.at(-1) ?? '').map(wordForm),
  );
  return [at - 1, at + 1].some((place) => fields.includes(tokens[place]?.norm ?? ''));
};

/** "work orders": the word before belongs to the thing, where the data speaks of it so. */
const isTwoWords = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || second?.kind !== 'word' || conceptOf(first.norm) !== null) return false;
  return index.logs.vocabulary.phrases.has(`${first.norm} ${second.norm}`);
};

interface Thing {
  readonly field: FieldRef;
  readonly words: number;
}

const thingAt = (tokens: readonly Token[], at: number, index: CatalogIndex): Thing | null => {
  const words = isTwoWords(tokens, at, index) ? 2 : 1;
  const field = latenessOf([tokens[at + words - 1]?.norm ?? ''], index);
  return field === null ? null : { field, words };
};

const piece = (token: Token, from: number, to: number, field: FieldRef): Piece => {
  const meant: Token = { ...token, kind: 'constraint', key: fieldText(field), op: '>', value: '0', negated: false };
  return { to, weight: 1.7 * (to - from), meaning: { kind: 'literal', token: meant } };
};

/** "orders that were late": what is late stands before it. */
const saidBehind = (tokens: readonly Token[], at: number, said: number, index: CatalogIndex): Piece | null => {
  const thing = thingAt(tokens, at, index);
  const token = tokens[said];
  if (thing === null || token === undefined || ASKS.test(tokens[at - 1]?.norm ?? '')) return null;
  const between = tokens.slice(at + thing.words, said);
  return between.every(({ norm }) => BETWEEN.test(norm)) ? piece(token, at, said + 1, thing.field) : null;
};

/** "late orders", "orders that were late" are those of more than no `order.daysLate`, and not those of the late shift. */
export const lateThings = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const said = tokens.findIndex(({ norm }, place) => place >= at && LATE.test(norm));
  const token = tokens[said];
  if (token === undefined || isMeasured(tokens, said) || isNamedValue(tokens, said, index)) return null;
  if (said !== at) return saidBehind(tokens, at, said, index);
  const thing = thingAt(tokens, at + 1, index);
  if (thing !== null) return piece(token, at, at + 1 + thing.words, thing.field);
  const field = latenessOf(
    tokens.map(({ norm }) => norm),
    index,
  );
  return field === null ? null : piece(token, at, at + 1, field);
};
