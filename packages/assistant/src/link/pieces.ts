import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { messageTokens, stemOf } from '../catalog/vocabulary.ts';
import { conceptOf, isPlainEnglish, phraseWordsMax } from '../lexicon/lexicon.ts';
import { isResourceUse } from '../lexicon/resources.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { numberPiece, spelledAmount } from './amount-pieces.ts';
import { becauseOf } from './because-of.ts';
import { countryPiece } from './country-piece.ts';
import { currencyPiece } from './currency-piece.ts';
import { decidedPiece } from './decided-piece.ts';
import { deedOfNamed } from './deed-of-named.ts';
import { errorByFirstWord } from './error-by-first-word.ts';
import { eventPiece } from './event-piece.ts';
import { fieldPiece } from './field-piece.ts';
import { figureOfThing } from './figure-of-thing.ts';
import { flagRate } from './flag-rate.ts';
import { foundNothing } from './found-nothing.ts';
import { hitOrMiss } from './hit-or-miss.ts';
import { kindOfThing } from './kind-of-thing.ts';
import { lateThings } from './late-things.ts';
import { lexiconPiece } from './lexicon-piece.ts';
import { patternValues } from './link-values.ts';
import { measuredFigure } from './measured-figure.ts';
import { messagePiece, messageRunMax, particlePiece, statePiece } from './message-pieces.ts';
import { namedErrorPiece } from './named-errors.ts';
import { nounOfDeed, pluralOfDeed } from './noun-of-deed.ts';
import { nounOfParticle } from './noun-of-particle.ts';
import { outcomeOfThing } from './outcome-of-thing.ts';
import { partOfService } from './part-of-service.ts';
import type { Piece } from './piece.ts';
import { piecesOfDeed } from './pieces-of-deed.ts';
import { regionPiece } from './region-piece.ts';
import { searchesFor, searchTerms } from './search-terms.ts';
import { servicePiece } from './service-piece.ts';
import { spokenCode } from './spoken-code.ts';
import { stateOfThing } from './state-of-thing.ts';
import { subjectDoes } from './subject-does.ts';
import { succeededPiece } from './succeeded-piece.ts';
import { thingOfKind } from './thing-of-kind.ts';
import { turnedValue } from './turned-value.ts';
import { hintedPiece, valuePiece } from './value-pieces.ts';
import { valueThenField } from './value-then-field.ts';
import { wayOfPaying } from './way-of-paying.ts';
import { rootPiece } from './written-path.ts';

const literalPiece = (token: Token, at: number): Piece | null => {
  switch (token.kind) {
    case 'word':
    case 'number':
    case 'quantity':
      return null;
    case 'punctuation':
      return { to: at + 1, weight: 0.2, meaning: { kind: 'punctuation' } };
    case 'plural-number':
    case 'status-class':
    case 'percentile':
    case 'clock':
    case 'iso':
    case 'quoted':
    case 'regex':
    case 'path':
    case 'id':
    case 'constraint':
    case 'operator':
      return { to: at + 1, weight: 2, meaning: { kind: 'literal', token } };
  }
};

const singlePieces = (token: Token, at: number, index: CatalogIndex): readonly Piece[] => {
  const pieces: Piece[] = [];
  if (token.kind === 'word' || token.kind === 'id') {
    const links = patternValues(token, index);
    if (links.length > 0)
      pieces.push({ to: at + 1, weight: token.kind === 'id' ? 2.05 : 1.02, meaning: { kind: 'value', links } });
  }
  if (token.kind === 'word' && /[ ._:-]/.test(token.text) && conceptOf(token.norm) === null) {
    const parts = messageTokens(token.text);
    const { phrases, tokens: known } = index.logs.vocabulary;
    const whole = phrases.get(parts.slice(0, 4).map(wordForm).join(' ')) !== undefined;
    if (parts.length > 1 && whole && parts.every((part) => known.has(part)))
      pieces.push({ to: at + 1, weight: 1, meaning: { kind: 'message', phrase: token.text } });
  }
  if (token.kind === 'word' && conceptOf(token.norm) === null) {
    const lower = token.text.toLowerCase();
    const words = index.logs.vocabulary.words;
    const phrase =
      words.get(lower) ??
      words.get(token.norm) ??
      words.get(lower.replace(/(ed|ing)$/, '')) ??
      index.logs.vocabulary.stems.get(stemOf(lower)) ??
      nounOfDeed(token, index) ??
      pluralOfDeed(token, index);
    const weight = isPlainEnglish(lower) ? 0.75 : 0.8;
    if (phrase !== undefined && lower.length >= 3)
      pieces.push({ to: at + 1, weight, meaning: { kind: 'message', phrase } });
  }
  return pieces;
};

/** "cpu load" is one thing, and where no field is called so it is none of the data, whatever load is. */
const resourcePiece = (tokens: readonly Token[], at: number): Piece | null =>
  isResourceUse(`${tokens[at]?.norm} ${tokens[at + 1]?.norm}`)
    ? { to: at + 2, weight: 2, meaning: { kind: 'unknown' } }
    : null;

/** Everything the tokens at a place can be, each with its weight. Unknown is always among them. */
export const piecesAt = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex): readonly Piece[] => {
  const token = tokens[at];
  if (token === undefined) return [];
  const pieces: (Piece | null)[] = [
    literalPiece(token, at),
    numberPiece(tokens, at),
    spelledAmount(tokens, at),
    regionPiece(tokens, at, index),
    particlePiece(tokens, at, index),
    statePiece(tokens, at, index),
    stateOfThing(tokens, at, index),
    spokenCode(tokens, at, index),
    rootPiece(tokens, at, index),
    errorByFirstWord(tokens, at, index),
    servicePiece(tokens, at, index),
    partOfService(tokens, at, index),
    flagRate(tokens, at, index),
    figureOfThing(tokens, at, index),
    kindOfThing(tokens, at, index),
    hitOrMiss(tokens, at, index),
    outcomeOfThing(tokens, at, index),
    lateThings(tokens, at, index),
    measuredFigure(tokens, at, index),
    piecesOfDeed(tokens, at, index),
    eventPiece(tokens, at, index),
    deedOfNamed(tokens, at, index),
    decidedPiece(tokens, at, index),
    foundNothing(tokens, at, index),
    searchTerms(tokens, at, index),
    searchesFor(tokens, at, index),
    succeededPiece(tokens, at, index),
    nounOfParticle(tokens, at, index),
    resourcePiece(tokens, at),
    valueThenField(tokens, at, index),
    thingOfKind(tokens, at, index),
    wayOfPaying(tokens, at, index),
    subjectDoes(tokens, at, index),
    turnedValue(tokens, at, index),
    becauseOf(tokens, at, index),
    ...singlePieces(token, at, index),
  ];
  for (let length = 2; length <= messageRunMax && at + length <= end; length++)
    pieces.push(messagePiece(tokens, at, length, index), namedErrorPiece(tokens, at, length, index));
  for (let length = 1; length <= phraseWordsMax && at + length <= end; length++) {
    pieces.push(
      lexiconPiece(tokens, at, length, index),
      valuePiece(tokens, at, length, index),
      fieldPiece(tokens, at, length, index),
      countryPiece(tokens, at, length, index),
    );
    if (length <= 2) pieces.push(hintedPiece(tokens, at, length, index), currencyPiece(tokens, at, length, index));
  }
  pieces.push({ to: at + 1, weight: 0.1, meaning: { kind: 'unknown' } });
  return pieces.filter((piece) => piece !== null && piece.to <= end) as readonly Piece[];
};
