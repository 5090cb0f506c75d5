import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { messageTokens, stemOf } from '../catalog/vocabulary.ts';
import type { Concept } from '../lexicon/concept.ts';
import { conceptOf, isPlainEnglish, phraseWordsMax } from '../lexicon/lexicon.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { numberPiece, spelledAmount } from './amount-pieces.ts';
import { patternValues } from './link-values.ts';
import type { FieldLink } from './mark.ts';
import { particleVerb } from './particle-verb.ts';
import type { Piece } from './piece.ts';
import { doneTo } from './same-deeds.ts';
import { turnedPhrase } from './turned-phrase.ts';
import { hintedPiece, regionPiece, rootPiece, valuePiece } from './value-pieces.ts';

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

const lexiconPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word' && !/^[&/%]$/.test(token.text))) return null;
  const written = run.map((token) => token.text.toLowerCase()).join(' ');
  const concept = conceptOf(run.map((token) => token.norm).join(' ')) ?? conceptOf(written);
  if (concept === null || namesAmount(tokens, at, length, index)) return null;
  // "payments and orders by error rate": things are not put in order by being many.
  if (concept.kind === 'sort' && length > 1 && /^(orders|ranks|sorts)$/i.test(run[0]?.text ?? '')) return null;
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

/** "intents" are `nlq.intent`, where the word means nothing else. */
const nameEnd = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const words = run.map((token) => token.norm);
  const named = index.nameEnds.get(joinedForm(words.join('')));
  return conceptOf(words.join(' ')) === null || isOtherTime(run, named ?? []) ? named : undefined;
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

/** "per span kind": a field of the spans. */
const kindOfRecord = (run: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [record, name, ...more] = run.map(({ norm }) => norm);
  const dataset = record === 'span' ? 'spans' : record === 'log' ? 'logs' : null;
  if (dataset === null || name === undefined || more.length > 0 || conceptOf(name) !== null) return null;
  const links = (index.fieldNames.get(joinedForm(name)) ?? []).filter((link) => link.dataset === dataset);
  return links.length === 0 ? null : { to: at + 2, weight: 2.4, meaning: { kind: 'field', links } };
};

const fieldPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const links =
    index.fieldNames.get(joinedForm(run.map((token) => token.text).join(''))) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    sizeForms(run.map((token) => token.norm))
      .map((form) => index.fieldNames.get(form))
      .find((found) => found !== undefined) ??
    nameEnd(run, index) ??
    onlySize(
      run.map((token) => token.norm),
      index,
    );
  if (links.length === 0) return kindOfRecord(run, at, index);
  const others = sameRole(run, links, index);
  const cue = /^(by|per|each|of|average|avg|sum|total|max|min|median|distinct|unique|different|which|every|top)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const concept = length === 1 ? conceptOf(run[0]?.norm ?? '') : null;
  // "emergencies" are what a field of that name says, before they are severe.
  const isFlag =
    (concept?.kind === 'severity' && links.some(({ field }) => field.type === 'bool')) ||
    // "retries" that are a number of each record.
    isOtherTime(run, links) ||
    (concept?.kind === 'symptom' && links.every(({ field }) => field.type === 'number'));
  const bare = concept !== null && !isFlag && !/[_.$]/.test(run[0]?.text ?? '');
  return {
    to: at + length,
    weight: (bare ? 0.7 : 1.08) * length + 0.35 * (length - 1) + (cue && !bare ? 0.4 : 0),
    meaning: { kind: 'field', links: [...links, ...others] },
  };
};

const CARRIES_NOTHING = /^(filler|preposition|everything)$/;
const COPULA = /^(is|are|was|were|be|been|being|got|get|has|have|had)$/i;
const ARTICLE = /^(?:a|an|the|any|their|his|her|my|our|your|its)$/i;
/** "wrong password" is what messages say, and no error of passwords. */
const DESCRIBES = /^(?:wrong|bad|broken|faulty|invalid|serious|severe)$/;
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

const particlePiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const phrase = particleVerb(tokens, at, index);
  return phrase === null ? null : { to: at + 2, weight: 2.6, meaning: { kind: 'message', phrase } };
};

const RELATIVE = /^(?:that|which|who)$/;
/** "which lockers were full": they are asked for, and that messages say so of them is the condition. */
const statePiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const back = RELATIVE.test(tokens[at - 1]?.norm ?? '') ? 2 : 1;
  const [noun, state] = [tokens[at - back], tokens[at + 1]];
  if (!COPULA.test(tokens[at]?.text ?? '') || noun?.kind !== 'word' || state?.kind !== 'word') return null;
  if (!index.nameEnds.has(noun.norm) && !index.fieldNames.has(joinedForm(noun.norm))) return null;
  const phrase = index.logs.vocabulary.phrases.get(`${noun.norm} ${state.norm}`);
  return phrase === undefined ? null : { to: at + 2, weight: 2.8, meaning: { kind: 'message', phrase } };
};

/** What happened to a thing: "payment received", "account locked". */
const DEED = /^(?!.*(?:need|speed|feed)$)\w{3,}(?:ed|sent|paid|lost|sold|made|taken|found)$/i;

/** "which patients signed in", "how many different patients": values of a field are asked for, not what a message says. */
const isAskedAbout = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const token = tokens[at];
  if (token === undefined || !/^(?:which|different|distinct|unique|each|per|every)$/.test(tokens[at - 1]?.norm ?? ''))
    return false;
  return index.fieldNames.has(joinedForm(token.norm)) || index.nameEnds.has(joinedForm(token.norm));
};

/** Runs of words that stand so in messages; at least one of them must mean nothing else, but for "slow query". */
const messagePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  // "requests ended in an error" says how, and not that they ended.
  const ends = /^(ended|ending|resulted|finished)$/i.test(tokens[at + length - 1]?.text ?? '');
  if (ends && /^(in|with|as|up)$/.test(tokens[at + length]?.norm ?? '')) return null;
  const whole = tokens.slice(at, at + length);
  // "orders were created" is the message "order created".
  const run = whole.filter(
    (token, i) => i === 0 || i === length - 1 || !(COPULA.test(token.text) || ARTICLE.test(token.text)),
  );
  if (run.some((token) => token.kind !== 'word') || run.length < 2) return null;
  const { phrases } = index.logs.vocabulary;
  const turned = turnedPhrase(run, phrases) ?? doneTo(run, phrases);
  if (turned !== null)
    return { to: at + length, weight: 1.05 * length + 0.35, meaning: { kind: 'message', phrase: turned } };
  const concepts = run.map((token) => conceptOf(token.norm));
  const slowQuery = run[0]?.norm === 'slow' && run[1]?.norm === 'query' && length === 2;
  if (concepts.every((concept) => concept !== null) && !slowQuery) return null;
  const isDeed = run.length === 2 && DEED.test(run[1]?.text ?? '') && phraseOf(run, concepts, index) !== null;
  const edges = isDeed ? [concepts[0]] : [concepts[0], concepts.at(-1)];
  if (edges.some((concept) => CARRIES_NOTHING.test(concept?.kind ?? ''))) return null;
  if (isAskedAbout(tokens, at, index)) return null;
  // "connection reset by peer" groups by nothing: inside a longer run that messages say, `by` is theirs.
  const inner = (at: number): boolean => run.length >= 3 && at > 0 && at < run.length - 1;
  // "accounts got locked" where nothing holds an account.
  const isUnheld = (concept: Concept | null): boolean =>
    isDeed && concept?.kind === 'role' && !index.logs.roles.has(concept.role);
  if (
    concepts.some(
      (concept, i) =>
        SPEAKS_OTHERWISE.test(concept?.kind ?? '') &&
        !(concept?.kind === 'group' && inner(i)) &&
        !isUnheld(concept) &&
        !(concept?.kind === 'severity' && DESCRIBES.test(run[i]?.norm ?? '')),
    )
  )
    return null;
  const phrase = phraseOf(run, concepts, index);
  if (phrase === null) return null;
  const weight = 1.05 * length + 0.35 * (length - 1) + (concepts[0]?.kind === 'severity' ? 0.6 : 0);
  return { to: at + length, weight, meaning: { kind: 'message', phrase } };
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
