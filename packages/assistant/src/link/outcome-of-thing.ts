import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import { outcomesOf } from './outcomes.ts';
import type { Piece } from './piece.ts';

const BETWEEN = /^(?:that|which|who|is|are|was|were|be|been|being|has|have|had|did|do|does|actually)$/;
const JOINS = /^(?:and|or|,|\/|vs|versus|&)$/;
/** These ask for the things themselves, and what is said of them is the condition alone. */
const ASKS = /^(?:which|what|each|every|by|per|distinct|different|unique)$/;
const RATE = /^(?:rate|ratio|share|percentage|quota)$/;
const wordsBetweenMax = 3;
const listMax = 8;

const textAt = (tokens: readonly Token[], at: number): string => (tokens[at]?.text ?? '').toLowerCase();
const joins = (tokens: readonly Token[], at: number): boolean => JOINS.test(textAt(tokens, at));

/** An outcome is a verb, or a word for failing and going well; no other word that asks for something. */
const mayBeOutcome = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:outcome|text|filler)$/.test(conceptOf(token.norm)?.kind ?? 'outcome');

/** What messages say of the thing themselves is read by what they say. */
const isToldSo = (thing: string, word: string, index: CatalogIndex): boolean =>
  [`${thing} ${word}`, `${word} ${thing}`].some((phrase) => index.logs.vocabulary.phrases.has(phrase));

const ofThing = (thing: Token | undefined, said: Token | undefined, index: CatalogIndex): readonly ValueLink[] => {
  if (thing?.kind !== 'word' || said?.kind !== 'word' || !mayBeOutcome(said)) return [];
  const word = said.text.toLowerCase();
  if (conceptOf(thing.norm)?.kind === 'entity' || isToldSo(thing.norm, word, index)) return [];
  return outcomesOf(thing.norm, word, index);
};

const piece = (to: number, words: number, links: readonly ValueLink[]): Piece | null =>
  links.length === 0 ? null : { to, weight: 1.6 * words, meaning: { kind: 'value', links } };

/** "passed, reworked and failed inspections": the thing that stands at the end of the list. */
const listed = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (!joins(tokens, at + 1)) return null;
  for (let place = at + 1; place < tokens.length - 1 && place <= at + listMax; place++) {
    if (joins(tokens, place)) continue;
    if (ofThing(tokens[place + 1], tokens[place], index).length > 0)
      return piece(at + 1, 1, ofThing(tokens[place + 1], tokens[at], index));
    if (!joins(tokens, place + 1) && !joins(tokens, place - 1)) return null;
  }
  return null;
};

/** "inspections that failed", "inspection failure rate" */
const saidBehind = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  let place = at + 1;
  while (BETWEEN.test(tokens[place]?.norm ?? '') && place <= at + wordsBetweenMax) place += 1;
  const links = ofThing(tokens[at], tokens[place], index);
  if (ASKS.test(tokens[at - 1]?.norm ?? '')) return null;
  return piece(place + 1, place + 1 - at, links);
};

/** "which inspections failed": the things are asked for. */
const saidOfAsked = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  let place = at - 1;
  while (BETWEEN.test(tokens[place]?.norm ?? '') && place >= at - wordsBetweenMax) place -= 1;
  return ASKS.test(tokens[place - 1]?.norm ?? '') ? piece(at + 1, 1, ofThing(tokens[place], tokens[at], index)) : null;
};

/** "and the passed ones?": what one field alone calls so. */
const ofOnes = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (!/^ones?$/.test(textAt(tokens, at + 1)) || !mayBeOutcome(tokens[at])) return null;
  const links = outcomesOf(null, textAt(tokens, at), index);
  const sets = new Set(links.map(({ dataset }) => dataset));
  return sets.size === links.length ? piece(at + 2, 2, links) : null;
};

/** "fail rate of SH-2040": what one field alone calls so, where nothing else is said to have failed. */
const rateOf = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const word = textAt(tokens, at);
  if (!RATE.test(tokens[at + 1]?.norm ?? '') || !mayBeOutcome(tokens[at])) return null;
  const exact = outcomesOf(null, word, index).filter(({ value }) => value.toLowerCase() === word);
  const sets = new Set(exact.map(({ dataset }) => dataset));
  return sets.size === exact.length ? piece(at + 1, 1, exact) : null;
};

/**
 * How it went with a thing, where a field of the thing tells it: "failed inspections" are those of which `inspection.result`
 * says `fail`, and no requests with a bad status.
 */
export const outcomeOfThing = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null =>
  tokens[at]?.kind === 'word'
    ? (piece(at + 2, 2, ofThing(tokens[at + 1], tokens[at], index)) ??
      listed(tokens, at, index) ??
      saidBehind(tokens, at, index) ??
      saidOfAsked(tokens, at, index) ??
      ofOnes(tokens, at, index) ??
      rateOf(tokens, at, index))
    : null;
