import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { messageTokens } from '../catalog/vocabulary.ts';
import type { Concept } from '../lexicon/concept.ts';
import { conceptOf, isPlainEnglish, phraseWordsMax } from '../lexicon/lexicon.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { QuantityUnit, Token } from '../tokens/token.ts';
import { exactValues, hintedValues, pathValues, patternValues } from './link-values.ts';
import type { Meaning, ValueLink } from './mark.ts';

/** One way to read the tokens from a place up to `to`. */
export interface Piece {
  readonly to: number;
  readonly meaning: Meaning;
  readonly weight: number;
}

const UNIT_WORDS: Readonly<Record<string, QuantityUnit>> = {
  millisecond: 'ms',
  milli: 'ms',
  ms: 'ms',
  microsecond: 'us',
  us: 'us',
  nanosecond: 'ns',
  ns: 'ns',
  second: 's',
  sec: 's',
  secs: 's',
  s: 's',
  minute: 'm',
  min: 'm',
  mins: 'm',
  m: 'm',
  hour: 'h',
  hr: 'h',
  hrs: 'h',
  h: 'h',
  day: 'd',
  percent: 'percent',
  pct: 'percent',
  byte: 'bytes',
  kb: 'kb',
  kilobyte: 'kb',
  mb: 'mb',
  megabyte: 'mb',
  gb: 'gb',
  gigabyte: 'gb',
};
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  fifty: 50,
  hundred: 100,
};
/** Words beside which a name is a value: "in X", "X service". */
const VALUE_CUE_BEFORE =
  /^(in|from|for|on|of|at|service|svc|app|application|region|host|user|version|only|about|not|except|vs|versus|operation|method|environment|env|calling|called|against|customer|than)$/;
const VALUE_CUE_AFTER =
  /^(service|svc|app|application|log|error|span|request|warning|latency|user|region|host|endpoint|traffic|operation|call)$/;

const numberPiece = (tokens: readonly Token[], at: number): Piece | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const value =
    token.kind === 'number'
      ? token.value
      : token.kind === 'word' && token.text.toLowerCase() !== 'ones'
        ? NUMBER_WORDS[token.norm]
        : undefined;
  if (token.kind === 'quantity') {
    return { to: at + 1, weight: 2, meaning: { kind: 'amount', value: token.value, unit: token.unit } };
  }
  if (value === undefined) return null;
  const unit = UNIT_WORDS[tokens[at + 1]?.norm ?? ''];
  if (unit !== undefined && value >= 0 && tokens[at + 1]?.kind === 'word') {
    return { to: at + 2, weight: 3, meaning: { kind: 'amount', value, unit } };
  }
  return { to: at + 1, weight: token.kind === 'number' ? 2 : 1.2, meaning: { kind: 'amount', value, unit: null } };
};

/** `half a second`, `a second and a half` beside a comparison; the time grammar has read the ranges already. */
const spelledAmount = (tokens: readonly Token[], at: number): Piece | null => {
  const word = (step: number): string => tokens[at + step]?.norm ?? '';
  const compared = /^(than|over|above|under|below|least|most|exceeding|took|take|takes)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const half = word(0) === 'half';
  const article = /^an?$/.test(word(half ? 1 : 0)) ? 1 : 0;
  if (!half && (article === 0 || !compared)) return null;
  const place = (half ? 1 : 0) + article;
  const unit = UNIT_WORDS[word(place)];
  if (unit === undefined || word(place).length < 3) return null;
  const more = !half && word(place + 1) === 'and' && /^an?$/.test(word(place + 2)) && word(place + 3) === 'half';
  const to = at + place + 1 + (more ? 3 : 0);
  return { to, weight: 1.5 * (to - at), meaning: { kind: 'amount', value: half ? 0.5 : more ? 1.5 : 1, unit } };
};

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

/** Content is a word or name, not a number, a quote or a constraint. */
const isName = (token: Token): boolean =>
  token.kind === 'word' ||
  token.kind === 'path' ||
  (token.kind === 'id' && token.form !== 'hex32' && token.form !== 'hex16');

const lexiconPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word' && !/^[&/%]$/.test(token.text))) return null;
  const written = run.map((token) => token.text.toLowerCase()).join(' ');
  const concept = conceptOf(run.map((token) => token.norm).join(' ')) ?? conceptOf(written);
  if (concept === null) return null;
  const fields =
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    index.fieldNames.get(joinedForm(written)) ??
    [];
  const weak = concept.kind === 'filler' || concept.kind === 'preposition' ? 0.85 : 1;
  return { to: at + length, weight: weak * length + 0.3 * (length - 1), meaning: { kind: 'concept', concept, fields } };
};

/** A role word that is also a value ("users") is the value only where it is named like one. */
const isNamedPlace = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex): boolean => {
  const before = tokens[at - 1]?.norm ?? '';
  const listed = /^(,|and|or|vs)$/.test(before) && exactValues(tokens.slice(at - 2, at - 1), index).length > 0;
  return (
    listed ||
    (before === 'of' && /^(log|error|span|warning|request|trace|line|exception)$/.test(tokens[at - 2]?.norm ?? '')) ||
    /^(in|from|service|against|vs)$/.test(before) ||
    /^(service|svc|log|error|span|warning)$/.test(tokens[end]?.norm ?? '')
  );
};

/** A single word is a path only where one is spoken of: "the login endpoint". */
const isPathPlace = (tokens: readonly Token[], at: number, end: number): boolean =>
  /^(endpoint|path|page|route|url|api)$/.test(tokens[at - 1]?.norm ?? '') ||
  /^(endpoint|path|page|route|url|api)$/.test(tokens[end]?.norm ?? '');

/** "checkout" is `/checkout`, or the end of `/api/v1/checkout` where it is spoken of as a place, and no other value. */
const pathPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const concept = conceptOf(run.map((token) => token.norm).join(' '));
  const several =
    length === 1 && /(es|[^s]s)$/i.test(run[0]?.text ?? '') && run[0]?.norm !== run[0]?.text.toLowerCase();
  const listed =
    /^(and|or|vs|versus)$/.test(tokens[at - 1]?.norm ?? '') ||
    /^(and|or|vs|versus)$/.test(tokens[at + length]?.norm ?? '');
  const verb = concept !== null && ((!before && !after && !listed && !several) || concept.kind !== 'text');
  const said = index.logs.vocabulary.words.has(run[0]?.norm ?? '');
  const place = before || after || listed;
  if (verb || (said && !place)) return null;
  const links = pathValues(run, index, place);
  return links.length === 0
    ? null
    : { to: at + length, weight: 1.02 * length + (place ? 0.3 : 0), meaning: { kind: 'value', links } };
};

const COMMANDS = /^(list|count|cut|which|exists|plot|sort)$/;

const valuePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (!run.every(isName)) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const concept = length === 1 ? conceptOf(run[0]?.norm ?? '') : null;
  // HTTP methods are ordinary verbs unless they are shouted: "get requests" asks for requests.
  const shouted = run.some((token) => /^[A-Z]{3,}$/.test(token.text));
  const words = run.every((token) => token.kind === 'word');
  const phrase = run.map((token) => token.norm).join(' ');
  const lower = run.every((token) => token.text === token.text.toLowerCase());
  const worded = length > 1 && lower && index.logs.vocabulary.phrases.has(phrase);
  const links = exactValues(run, index).filter(
    (link) =>
      // "ERROR" is a severity, whatever status texts spans have.
      (concept?.kind !== 'severity' || link.field.role !== null) &&
      // "list services" asks for a list, and "task failed" is what messages say, whatever codes are called.
      (!COMMANDS.test(concept?.kind ?? '') || (before && link.field.role !== null)) &&
      !(worded && /^[A-Z][A-Z0-9]*_/.test(link.value)) &&
      (link.field.role !== 'method' || shouted || concept === null) &&
      (!words || !link.value.startsWith('/') || isPathPlace(tokens, at, at + length)),
  );
  if (links.length === 0) return pathPiece(tokens, at, length, index);
  const named = concept?.kind !== 'role' || isNamedPlace(tokens, at, at + length, index);
  const placed = before || after || shouted || isPathPlace(tokens, at, at + length);
  if (links.length === 0 || !named || (concept !== null && !placed && concept.kind !== 'role')) return null;
  // A path, id or version that the data has is that value, whatever it looks like.
  const literal = words ? 0 : 1;
  const weight = 1.1 * length + 0.4 * (length - 1) + (before || after || shouted ? 0.5 : 0) + literal;
  return { to: at + length, weight, meaning: { kind: 'value', links } };
};

/** "response size" is `response_bytes`. */
const sizeForms = (words: readonly string[]): readonly string[] =>
  /^(size|byte)$/.test(words.at(-1) ?? '')
    ? ['bytes', 'size', 'length', 'size_bytes'].map((last) => joinedForm([...words.slice(0, -1), last].join('')))
    : [];

const fieldPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const links =
    index.fieldNames.get(joinedForm(run.map((token) => token.text).join(''))) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    sizeForms(run.map((token) => token.norm))
      .map((form) => index.fieldNames.get(form))
      .find((found) => found !== undefined) ??
    [];
  if (links.length === 0) return null;
  const cue = /^(by|per|each|of|average|avg|sum|total|max|min|median|distinct|unique)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const bare = length === 1 && conceptOf(run[0]?.norm ?? '') !== null && !/[_.$]/.test(run[0]?.text ?? '');
  return {
    to: at + length,
    weight: (bare ? 0.7 : 1.08) * length + 0.35 * (length - 1) + (cue && !bare ? 0.4 : 0),
    meaning: { kind: 'field', links },
  };
};

const CARRIES_NOTHING = /^(filler|preposition)$/;
const SPEAKS_OTHERWISE = /^(severity|role|group|with|conjunction|text)$/;

/** A run as messages spell it; "failed logins" and "login failures" are the message "login failed". */
const phraseOf = (run: readonly Token[], concepts: readonly (Concept | null)[], index: CatalogIndex): string | null => {
  const { phrases } = index.logs.vocabulary;
  const words = run.map((token) => token.norm);
  const spans = index.spans.vocabulary.phrases;
  const whole = phrases.get(words.join(' ')) ?? spans.get(words.join(' '));
  if (whole !== undefined || run.length !== 2) return whole ?? null;
  const fails = concepts.findIndex((concept) => concept?.kind === 'outcome' && concept.failed);
  const noun = words[1 - fails];
  if (fails < 0 || noun === undefined) return null;
  for (const candidate of [`${noun} failed`, `${noun} failure`, `failed ${noun}`, `${noun} fail`]) {
    const found = phrases.get(candidate);
    if (found !== undefined) return found;
  }
  return null;
};

/** Runs of words that stand so in messages; at least one of them must mean nothing else, but for "slow query". */
const messagePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const concepts = run.map((token) => conceptOf(token.norm));
  const slowQuery = run[0]?.norm === 'slow' && run[1]?.norm === 'query' && length === 2;
  if (concepts.every((concept) => concept !== null) && !slowQuery) return null;
  const edges = [concepts[0], concepts.at(-1)];
  if (edges.some((concept) => CARRIES_NOTHING.test(concept?.kind ?? ''))) return null;
  if (concepts.some((concept) => SPEAKS_OTHERWISE.test(concept?.kind ?? ''))) return null;
  const phrase = phraseOf(run, concepts, index);
  if (phrase === null) return null;
  return { to: at + length, weight: 1.05 * length + 0.35 * (length - 1), meaning: { kind: 'message', phrase } };
};

const hintedPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word') || conceptOf(run[0]?.norm ?? '') !== null) return null;
  const links: readonly ValueLink[] = hintedValues(run, index);
  if (links.length === 0) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  return {
    to: at + length,
    weight: 0.85 * length + 0.3 * (length - 1) + (before || after ? 0.2 : 0),
    meaning: { kind: 'value', links },
  };
};

/** "the us region": two letters are a place only beside the word. */
const regionPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const beside = [tokens[at + 1], tokens[at - 1]].some((other) => other?.norm === 'region');
  if (token?.kind !== 'word' || !beside || token.norm === 'region') return null;
  const links = (index.valuesByPart.get(token.norm) ?? []).filter((entry) => entry.field.role === 'region');
  const found = (['logs', 'spans'] as const).flatMap((dataset): readonly ValueLink[] => {
    const own = links.filter((entry) => entry.dataset === dataset);
    // Of several regions none is meant more than the others.
    const [only] = own;
    return own.length === 1 && only !== undefined ? [{ ...only, score: 0.7, guessed: true }] : [];
  });
  if (found.length > 0) return { to: at + 1, weight: 1.6, meaning: { kind: 'value', links: found } };
  return links.length > 1 ? { to: at + 1, weight: 1.6, meaning: { kind: 'unknown' } } : null;
};

const singlePieces = (token: Token, at: number, index: CatalogIndex): readonly Piece[] => {
  const pieces: Piece[] = [];
  if (token.kind === 'word' || token.kind === 'id') {
    const links = patternValues(token, index);
    if (links.length > 0)
      pieces.push({ to: at + 1, weight: token.kind === 'id' ? 2.05 : 1.02, meaning: { kind: 'value', links } });
  }
  if (token.kind === 'word' && /[._:-]/.test(token.text) && conceptOf(token.norm) === null) {
    const parts = messageTokens(token.text);
    const { phrases, tokens: known } = index.logs.vocabulary;
    const whole = phrases.get(parts.slice(0, 4).map(wordForm).join(' ')) !== undefined;
    if (parts.length > 1 && whole && parts.every((part) => known.has(part)))
      pieces.push({ to: at + 1, weight: 1, meaning: { kind: 'message', phrase: token.text } });
  }
  if (token.kind === 'word' && conceptOf(token.norm) === null) {
    const lower = token.text.toLowerCase();
    const words = index.logs.vocabulary.words;
    const phrase = words.get(lower) ?? words.get(token.norm) ?? words.get(lower.replace(/(ed|ing)$/, ''));
    const weight = isPlainEnglish(lower) ? 0.75 : 0.8;
    if (phrase !== undefined && lower.length >= 3)
      pieces.push({ to: at + 1, weight, meaning: { kind: 'message', phrase } });
  }
  return pieces;
};

/** Everything the tokens at a place can be, each with its weight. Unknown is always among them. */
export const piecesAt = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex): readonly Piece[] => {
  const token = tokens[at];
  if (token === undefined) return [];
  const pieces: (Piece | null)[] = [
    literalPiece(token, at),
    numberPiece(tokens, at),
    spelledAmount(tokens, at),
    regionPiece(tokens, at, index),
    ...singlePieces(token, at, index),
  ];
  for (let length = 1; length <= phraseWordsMax && at + length <= end; length++) {
    pieces.push(
      lexiconPiece(tokens, at, length, index),
      valuePiece(tokens, at, length, index),
      fieldPiece(tokens, at, length, index),
    );
    if (length >= 2 && length <= 4) pieces.push(messagePiece(tokens, at, length, index));
    if (length <= 2) pieces.push(hintedPiece(tokens, at, length, index));
  }
  pieces.push({ to: at + 1, weight: 0.1, meaning: { kind: 'unknown' } });
  return pieces.filter((piece) => piece !== null && piece.to <= end) as readonly Piece[];
};
