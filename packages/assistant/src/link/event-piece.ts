import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { deedStem, type EventCode } from '../catalog/event-codes.ts';
import { sameField } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { alike, DEEDS } from '../lexicon/synonyms.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** What may stand between a thing and what was done to it: "ads that were shown", "breaks stayed unfilled". */
const BETWEEN =
  /^(?:is|are|was|were|be|been|being|got|get|gets|has|have|had|that|which|who|stayed|remained|went|did|the|a|an|attempts?|tries|events?)$/;
const betweenWordsMax = 2;
const ASKED = /^(?:which|what|different|distinct|unique)$/;
/** "new subscriptions" are those that were started. */
const NEW = /^(?:start|creat|register|open|join|sign|add|plac|book|submit)/;

/** "ads" are too short to lose their ending elsewhere. */
const thingOf = (token: Token | undefined): string =>
  token?.kind === 'word' ? wordForm(joinedForm(token.text)).replace(/^([a-z]{2})s$/, '$1') : '';

/** Those of a deed, by its own word or else by one that says the same: what is "declined" may be `payment.rejected`. */
const ofDeed = (codes: readonly EventCode[], word: string): readonly EventCode[] => {
  const own = codes.filter((code) => code.deed === deedStem(word));
  if (own.length > 0) return own;
  const stems = new Set(alike(DEEDS, word.toLowerCase()).map(deedStem));
  return codes.filter((code) => stems.has(code.deed));
};

const pieceOf = (codes: readonly EventCode[], to: number, words: number): Piece | null => {
  const links = codes.map(({ dataset, field, value }) => ({ dataset, field, value, score: 1, guessed: false }));
  return links.length === 0 ? null : { to, weight: 1.25 * words + 1.1, meaning: { kind: 'value', links } };
};

/** "which jobs failed": the things themselves are asked for, and that they failed is the condition. */
const isAsked = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean =>
  ASKED.test(tokens[at - 1]?.norm ?? '') &&
  (index.nameEnds.has(thingOf(tokens[at])) || index.fieldNames.has(thingOf(tokens[at])));

/** "rejected sign-ins", "new subscriptions". */
const described = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const codes = index.eventCodes.get(thingOf(tokens[at + 1])) ?? [];
  const said = tokens[at]?.kind === 'word' ? (tokens[at]?.text ?? '') : '';
  const isNew = /^new$/i.test(said);
  return said === '' || isAsked(tokens, at + 1, index)
    ? null
    : pieceOf(isNew ? codes.filter((code) => NEW.test(code.deed)) : ofDeed(codes, said), at + 2, 2);
};

/** "plan changes", "ads were shown", "ad breaks that stayed unfilled". */
const done = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const codes = index.eventCodes.get(thingOf(tokens[at])) ?? [];
  if (codes.length === 0) return null;
  for (let next = at + 1; next <= at + 1 + betweenWordsMax; next++) {
    const token = tokens[next];
    if (token?.kind !== 'word') return null;
    const found = ofDeed(codes, token.text);
    const asked = isAsked(tokens, at, index);
    if (found.length > 0) return asked ? null : pieceOf(found, next + 1, next + 1 - at);
    if (!BETWEEN.test(token.norm)) return null;
  }
  return null;
};

/** What was done to things that are asked for: "which jobs failed", "which titles were blocked". */
const doneToAsked = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  let thing = at - 1;
  while (thing > 0 && thing >= at - 1 - betweenWordsMax && BETWEEN.test(tokens[thing]?.norm ?? '')) thing -= 1;
  if (!isAsked(tokens, thing, index)) return null;
  const deed = deedStem(token.text);
  const own = (index.eventCodes.get(thingOf(tokens[thing])) ?? []).filter((code) => code.deed === deed);
  if (own.length > 0) return pieceOf(own, at + 1, 1);
  const others = [...index.eventCodes.values()].flat().filter((code) => code.deed === deed);
  // "readers that the gate blocked": what is a value itself is no part of another, `creative_blocked`.
  const isOnly = others.length === 1 && conceptOf(token.norm) === null && !index.values.has(joinedForm(token.text));
  return isOnly ? pieceOf(others, at + 1, 1) : null;
};

/** "encode chunk" is the operation that is called so, though an event tells that a chunk was encoded. */
const isNamed = (tokens: readonly Token[], at: number, { to }: Piece, index: CatalogIndex): boolean =>
  to > at + 1 &&
  index.values.has(
    joinedForm(
      tokens
        .slice(at, to)
        .map(({ text }) => text)
        .join(''),
    ),
  );

const everywhereMin = 0.5;

/** "tickets created" where messages say so, and only some services tell events. */
const isSaidSo = (tokens: readonly Token[], at: number, { to, meaning }: Piece, index: CatalogIndex): boolean => {
  const run = tokens.slice(at, to).filter(({ norm }) => !BETWEEN.test(norm));
  const phrase = index.logs.vocabulary.phrases.get(run.map(({ norm }) => norm).join(' '));
  const [link] = meaning.kind === 'value' ? meaning.links : [];
  const entry = index.logs.fields.find(({ ref }) => link !== undefined && sameField(ref, link.field));
  return phrase !== undefined && (entry?.source.presence ?? 1) < everywhereMin;
};

/** A thing and what was done to it, where a field has a code for that. */
export const eventPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (index.eventCodes.size === 0) return null;
  const piece = described(tokens, at, index) ?? done(tokens, at, index) ?? doneToAsked(tokens, at, index);
  if (piece === null || isNamed(tokens, at, piece, index)) return null;
  return isSaidSo(tokens, at, piece, index) ? null : piece;
};
