import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type LastWords, meantByLast } from '../catalog/last-words.ts';
import { messageTokens, stemOf } from '../catalog/vocabulary.ts';
import { fieldText } from '../ir/field-ref.ts';
import { conceptOf, isPlainEnglish, phraseWordsMax } from '../lexicon/lexicon.ts';
import { isResourceUse } from '../lexicon/resources.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { numberPiece, spelledAmount } from './amount-pieces.ts';
import { countryPiece } from './country-piece.ts';
import { currencyPiece } from './currency-piece.ts';
import { decidedPiece } from './decided-piece.ts';
import { errorByFirstWord } from './error-by-first-word.ts';
import { eventPiece } from './event-piece.ts';
import { patternValues } from './link-values.ts';
import type { FieldLink } from './mark.ts';
import { messagePiece, messageRunMax, particlePiece, statePiece } from './message-pieces.ts';
import { namedErrorPiece } from './named-errors.ts';
import type { Piece } from './piece.ts';
import { regionPiece } from './region-piece.ts';
import { servicePiece } from './service-piece.ts';
import { hintedPiece, rootPiece, valuePiece } from './value-pieces.ts';

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

/** "the maximum amount of refunds" where the data has an amount: no number of things. */
const namesAmount = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean =>
  length === 2 &&
  /^(?:amount|total)$/.test(tokens[at]?.norm ?? '') &&
  (index.nameEnds.has(tokens[at]?.norm ?? '') || index.fieldNames.has(tokens[at]?.norm ?? '')) &&
  /^(?:average|avg|mean|median|max|maximum|min|minimum|total|sum|highest|lowest|largest|smallest|and)$/.test(
    tokens[at - 1]?.norm ?? '',
  );

/** "invoice total", "err codes": a word that means something else is the field, where one is called so and the words around leave it that. */
const namesField = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean => {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  const type = /^(?:err|errs)$/.test(word) ? 'string' : word === 'total' ? 'number' : null;
  const named = index.fieldNames.get(tokens[at]?.norm ?? '') ?? [];
  if (length !== 1 || type === null || !named.some(({ field }) => field.type === type)) return false;
  const before = tokens[at - 1];
  const closes = conceptOf(tokens[at + 1]?.norm ?? 'in')?.kind !== undefined || tokens[at + 1]?.kind !== 'word';
  return type === 'string' || (before?.kind === 'word' && conceptOf(before.norm) === null && closes);
};

const lexiconPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word' && !/^[&/%]$/.test(token.text))) return null;
  const written = run.map((token) => token.text.toLowerCase()).join(' ');
  const concept = conceptOf(run.map((token) => token.norm).join(' ')) ?? conceptOf(written);
  if (concept === null || namesAmount(tokens, at, length, index) || namesField(tokens, at, length, index)) return null;
  // "payments and orders by error rate": things are not put in order by being many.
  if (concept.kind === 'sort' && length > 1 && /^(orders|ranks|sorts)$/i.test(run[0]?.text ?? '')) return null;
  // "number of hits by type": who is hit by something is another thing.
  if (concept.kind === 'preposition' && length > 1 && /^hits$/i.test(run[0]?.text ?? '')) return null;
  const fields =
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    index.fieldNames.get(joinedForm(written)) ??
    [];
  const weak = concept.kind === 'filler' || concept.kind === 'preposition' ? (length > 1 ? 0.9 : 0.85) : 1;
  return { to: at + length, weight: weak * length + 0.3 * (length - 1), meaning: { kind: 'concept', concept, fields } };
};

/** "response size" is `response_bytes`. */
const sizeForms = (words: readonly string[]): readonly string[] =>
  /^(size|byte)$/.test(words.at(-1) ?? '')
    ? ['bytes', 'size', 'length', 'size_bytes'].map((last) => joinedForm([...words.slice(0, -1), last].join('')))
    : [];

/** "bytes" alone is the one field that holds a size. */
const onlySize = (words: readonly string[], index: CatalogIndex): readonly FieldLink[] => {
  const [noun, verb, ...more] = words;
  const moved = verb === undefined || /^(sent|received|transferred|returned|served|written)$/.test(verb);
  if (!/^(size|byte|data|bandwidth)$/.test(noun ?? '') || !moved || more.length > 0) return [];
  if (noun === 'data' && verb === undefined) return [];
  return (['logs', 'spans'] as const).flatMap((dataset) => {
    const sizes = index[dataset].fields.filter(
      ({ ref, name }) => ref.type === 'number' && (ref.unit === 'bytes' || /(bytes|size)$/i.test(name)),
    );
    const [only] = sizes;
    return only !== undefined && sizes.length === 1 ? [{ dataset, field: only.ref }] : [];
  });
};

/** "the average wait" is of `wait_ms` where there is one beside how long all took. */
const isOtherTime = (run: readonly Token[], links: readonly FieldLink[]): boolean =>
  /^(?:wait|lag|delay|wait time|waiting time)$/.test(run.map(({ norm }) => norm).join(' ')) &&
  links.length > 0 &&
  links.every(({ field }) => field.type === 'number' && field.role === null);

/** "cache misses" and "hit the cache" are told by the flag `cache_hit`. */
const missed = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const words = run.map(({ norm }) => norm).filter((word) => word !== 'the');
  const verb = words.findIndex((word) => /^(?:hit|hits|miss|missed|missing)$/.test(word));
  const isLast = verb === words.length - 1 && run.length === words.length && words[verb] !== 'hit';
  if (words.length < 2 || !(verb === 0 || isLast)) return undefined;
  const things = words.filter((_, at) => at !== verb);
  const flags = (index.fieldNames.get(joinedForm([...things, 'hit'].join(''))) ?? []).filter(
    ({ field }) => field.type === 'bool',
  );
  return flags.length > 0 ? flags : undefined;
};

/** "plug type", "err codes": the field that the first word names. */
const kindOfField = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const [thing, kind, ...more] = run;
  if (thing === undefined || more.length > 0 || !/^(?:type|kind|code|name|value)$/.test(kind?.norm ?? ''))
    return undefined;
  const links = (index.fieldNames.get(thing.norm) ?? []).filter(
    ({ field }) => field.type === 'string' && field.role === null,
  );
  return links.length > 0 ? links : undefined;
};

/** "with their tables" */
const isTheirs = (tokens: readonly Token[], at: number): boolean =>
  /^(?:their|its)$/.test(tokens[at - 1]?.norm ?? '') &&
  /^(?:with|and|including|incl|plus|alongside)$/.test(tokens[at - 2]?.norm ?? '');

const GROUP_CUE = /^(?:by|per|each|every|which|what|top|slowest|fastest|busiest|worst|many|of)$/;
const RANKS = /^(?:top|first|last|worst|best|slowest|fastest|busiest|the)$/;

/** "per table": a word that carries nothing elsewhere is a thing where one is asked for. */
const isThing = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean => {
  const word = tokens[at]?.norm ?? '';
  const isEvent = word === 'event' && (index.fieldNames.get(word) ?? []).some(({ field }) => field.type === 'string');
  const isBare = length === 1 && (isEvent || (conceptOf(word)?.kind === 'filler' && index.nameEnds.has(word)));
  const ranked = tokens[at - 1]?.kind === 'number' && RANKS.test(tokens[at - 2]?.norm ?? '');
  return isBare && (ranked || isTheirs(tokens, at) || GROUP_CUE.test(tokens[at - 1]?.norm ?? ''));
};

/** "intents" are `nlq.intent`, where the word means nothing else. */
const nameEnd = (run: readonly Token[], isAsked: boolean, index: CatalogIndex): readonly FieldLink[] | undefined => {
  const words = run.map((token) => token.norm);
  const named = index.nameEnds.get(joinedForm(words.join('')));
  return isAsked || conceptOf(words.join(' ')) === null || isOtherTime(run, named ?? []) ? named : undefined;
};

/** "per scheme" is `card_scheme` where one field ends so; "transfers of each type" says the other words of its name too. */
const lastWord = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): LastWords => {
  const word = tokens[at]?.norm ?? '';
  const fields = length === 1 ? index.lastWords.get(word) : undefined;
  const { named, only } = meantByLast(fields ?? [], new Set(tokens.map(({ norm }) => norm)));
  const concept = conceptOf(word);
  // "logins by method" are told apart by `login_method`, whatever else a method is.
  return {
    named: concept === null || concept.kind === 'role' ? named : undefined,
    only: concept === null ? only : undefined,
  };
};

/** A field that is called just so is meant, in its data set, before one whose other words are said too. */
const namedBeside = (
  named: readonly FieldLink[] | undefined,
  run: readonly Token[],
  index: CatalogIndex,
): readonly FieldLink[] | undefined => {
  const exact = index.fieldNames.get(joinedForm(run[0]?.norm ?? '')) ?? [];
  if (named === undefined || exact.some(({ field }) => field.role === null)) return undefined;
  return [...named, ...exact.filter(({ dataset }) => named.every((link) => link.dataset !== dataset))];
};

/** "status code" is a field of spans by its name, and what logs call `http.response.status_code`. */
const sameRole = (run: readonly Token[], links: readonly FieldLink[], index: CatalogIndex): readonly FieldLink[] => {
  const concept = run.length > 1 ? conceptOf(run.map((token) => token.norm).join(' ')) : null;
  if (concept?.kind !== 'role') return [];
  return (['logs', 'spans'] as const).flatMap((dataset) => {
    const field = index[dataset].roles.get(concept.role);
    return field === undefined || links.some((link) => link.dataset === dataset) ? [] : [{ dataset, field }];
  });
};

/** "payment method" is `payment.method` of the spans, and the `method` that logs of `payment-bridge` have. */
const ofService = (run: readonly Token[], links: readonly FieldLink[], index: CatalogIndex): readonly FieldLink[] => {
  const [thing, name, ...more] = run.map(({ norm }) => norm);
  if (thing === undefined || name === undefined || more.length > 0) return [];
  return (index.fieldNames.get(name) ?? []).filter(({ dataset, field }) => {
    const services = [...(index[dataset].services.get(fieldText(field))?.keys() ?? [])];
    return links.every((link) => link.dataset !== dataset) && services.some((service) => service.startsWith(thing));
  });
};

/** "per span kind": a field of the spans. */
const kindOfRecord = (run: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [record, name, ...more] = run.map(({ norm }) => norm);
  const dataset = record === 'span' ? 'spans' : record === 'log' ? 'logs' : null;
  if (dataset === null || name === undefined || more.length > 0 || conceptOf(name) !== null) return null;
  const links = (index.fieldNames.get(joinedForm(name)) ?? []).filter((link) => link.dataset === dataset);
  return links.length === 0 ? null : { to: at + 2, weight: 2.4, meaning: { kind: 'field', links } };
};

/** "passenger_id" is the field of that very name, where others are called `passengerId` and `passenger.id`. */
const spelledFirst = (links: readonly FieldLink[], written: string): readonly FieldLink[] => {
  const isSpelled = ({ field }: FieldLink): boolean => field.path.join('.') === written;
  return [...links.filter(isSpelled), ...links.filter((link) => !isSpelled(link))];
};

const fieldPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const isAsked = isThing(tokens, at, length, index);
  const last = lastWord(tokens, at, length, index);
  const links =
    namedBeside(last.named, run, index) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.text).join(''))) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    sizeForms(run.map((token) => token.norm))
      .map((form) => index.fieldNames.get(form))
      .find((found) => found !== undefined) ??
    missed(run, index) ??
    kindOfField(run, index) ??
    nameEnd(run, isAsked, index) ??
    last.only ??
    onlySize(
      run.map((token) => token.norm),
      index,
    );
  if (links.length === 0) return kindOfRecord(run, at, index);
  const others = [...sameRole(run, links, index), ...ofService(run, links, index)];
  const cue =
    /^(by|per|each|of|much|average|avg|sum|total|max|min|median|distinct|unique|different|which|every|top)$/.test(
      tokens[at - 1]?.norm ?? '',
    );
  // "the energy charged per city": a number that is told of something.
  const told =
    /^(?:per|by|charged|used|sold|consumed|delivered|sent|driven)$/.test(tokens[at + length]?.norm ?? '') &&
    !index.fieldNames.has(joinedForm(run.map((token) => token.norm).join(''))) &&
    links.some(({ field }) => field.type === 'number');
  const concept = length === 1 ? conceptOf(run[0]?.norm ?? '') : null;
  // "emergencies" are what a field of that name says, before they are severe.
  const isFlag =
    (concept?.kind === 'severity' && links.some(({ field }) => field.type === 'bool')) ||
    // "retries" that are a number of each record.
    isOtherTime(run, links) ||
    (concept?.kind === 'symptom' && links.every(({ field }) => field.type === 'number'));
  const bare = concept !== null && !isFlag && !isAsked && last.named === undefined && !/[_.$]/.test(run[0]?.text ?? '');
  return {
    to: at + length,
    weight: (bare ? 0.7 : 1.08) * length + 0.35 * (length - 1) + ((cue || told) && !bare ? 0.4 : 0),
    meaning: { kind: 'field', links: spelledFirst([...links, ...others], run.map((token) => token.text).join('')) },
  };
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
      index.logs.vocabulary.stems.get(stemOf(lower));
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
    rootPiece(tokens, at, index),
    errorByFirstWord(tokens, at, index),
    servicePiece(tokens, at, index),
    eventPiece(tokens, at, index),
    decidedPiece(tokens, at, index),
    resourcePiece(tokens, at),
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
