import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { GAP } from '../catalog/vocabulary.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** What things are for a while; alone these words say nothing. */
const STATE = /^(?:down|up|back|offline|online)$/;
/** "went down", "were back", "that are offline". */
const BECAME =
  /^(?:is|are|was|were|be|been|being|has|have|had|that|which|went|go|goes|gone|going|came|come|comes|stayed|fell)$/;
const ASKED = /^(?:which|what|different|distinct|unique)$/;
/** Nouns of being down. */
const OUTAGE = /^(?:outage|blackout)$/;
const betweenWordsMax = 3;

const messageOf = (thing: string, state: string, index: CatalogIndex): string | null =>
  index.logs.vocabulary.phrases.get(`${thing} ${state}`) ?? null;

const piece = (to: number, words: number, phrase: string): Piece => ({
  to,
  weight: 1.25 * words + 0.8,
  meaning: { kind: 'message', phrase },
});

/** The place of the state that is said of what stands at a place; -1 without one. */
const stateAfter = (tokens: readonly Token[], at: number): number => {
  for (let place = at + 1; place <= at + 1 + betweenWordsMax; place++) {
    const word = tokens[place]?.norm ?? '';
    if (STATE.test(word)) return place;
    if (!BECAME.test(word)) return -1;
  }
  return -1;
};

const isAsked = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const thing = tokens[at]?.norm ?? '';
  const isNamed = index.nameEnds.has(thing) || index.fieldNames.has(joinedForm(thing));
  return isNamed && [1, 2].some((back) => ASKED.test(tokens[at - back]?.norm ?? ''));
};

/** "cells down", "cells that went down" where messages say "cell down". */
const described = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const state = stateAfter(tokens, at);
  if (state < 0 || isAsked(tokens, at, index)) return null;
  const phrase = messageOf(tokens[at]?.norm ?? '', tokens[state]?.norm ?? '', index);
  return phrase === null ? null : piece(state + 1, state + 1 - at, phrase);
};

/** The one thing that messages call down; null where there are several, or none. */
const onlyDown = (index: CatalogIndex): string | null => {
  const down = [...index.logs.vocabulary.phrases].filter(
    ([folded, phrase]) => /^\S+ down$/.test(folded) && !phrase.includes(GAP),
  );
  return down.length === 1 ? (down[0]?.[1] ?? null) : null;
};

/** "did errors go down": they are fewer, and no thing that can be down. */
const isThing = (token: Token | undefined): boolean => {
  const concept = conceptOf(token?.norm ?? '');
  return concept === null || concept.kind === 'role';
};

/** "sites down", where only cells are called so: it is the sites of these that are asked for. */
const isNamedThings = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const token = tokens[at];
  const isPlural = token?.kind === 'word' && token.norm !== token.text.toLowerCase();
  return isPlural && (index.nameEnds.has(token.norm) || index.fieldNames.has(joinedForm(token.norm)));
};

/** "which cells went down": they are asked for, and that messages say so of them is the condition. */
const ofAsked = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const back = /^(?:that|which)$/.test(tokens[at - 1]?.norm ?? '') ? 2 : 1;
  if (!isAsked(tokens, at - back, index) && !isNamedThings(tokens, at - back, index)) return null;
  const state = STATE.test(tokens[at]?.norm ?? '')
    ? at
    : BECAME.test(tokens[at]?.norm ?? '')
      ? stateAfter(tokens, at)
      : -1;
  if (state < 0) return null;
  const said = tokens[state]?.norm ?? '';
  const phrase =
    messageOf(tokens[at - back]?.norm ?? '', said, index) ??
    (said === 'down' && isThing(tokens[at - back]) ? onlyDown(index) : null);
  return phrase === null ? null : piece(state + 1, state + 1 - at, phrase);
};

/** "cell outages", and "outages" alone where only one thing can be down. */
const outage = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const isNoun = (place: number): boolean => OUTAGE.test(tokens[place]?.norm ?? '');
  if (index.logs.vocabulary.words.has('outage')) return null;
  if (isNoun(at + 1)) {
    const phrase = messageOf(tokens[at]?.norm ?? '', 'down', index);
    return phrase === null ? null : piece(at + 2, 2, phrase);
  }
  const only = isNoun(at) ? onlyDown(index) : null;
  return only === null ? null : piece(at + 1, 1, only);
};

/** A thing and the state it was in, as messages say it: "cells down", "went down", "cell outages" are all "cell down". */
export const stateOfThing = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null =>
  tokens[at]?.kind === 'word'
    ? (outage(tokens, at, index) ?? described(tokens, at, index) ?? ofAsked(tokens, at, index))
    : null;
