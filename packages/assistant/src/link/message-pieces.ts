import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isDeed } from '../catalog/vocabulary.ts';
import type { Concept } from '../lexicon/concept.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { thingsDeed } from './noun-of-deed.ts';
import { particleVerb } from './particle-verb.ts';
import type { Piece } from './piece.ts';
import { doneTo } from './same-deeds.ts';
import { turnedPhrase } from './turned-phrase.ts';

/** At the edge of a run it says nothing of what messages say: "orders that were not …" is no "order not". */
const CARRIES_NOTHING = /^(filler|preposition|everything)$/;
const ENDS_OPEN = /^(?:not|no|never|nor|did|do|does)$/;
const COPULA = /^(is|are|was|were|be|been|being|got|get|has|have|had)$/i;
const ARTICLE = /^(?:a|an|the|any|their|his|her|my|our|your|its)$/i;
/** "chat messages that were reported" */
const RELATIVE = /^(?:that|which|who)$/i;
/** Words of a run as a vocabulary has it. */
const runWordsMax = 4;
/** With the words that may stand between them. */
export const messageRunMax: number = runWordsMax + 2;
const SPEAKS_OTHERWISE = /^(severity|role|group|with|conjunction|text)$/;

/** A run as messages spell it; "failed logins" and "login failures" are the message "login failed". */
const phraseOf = (run: readonly Token[], concepts: readonly (Concept | null)[], index: CatalogIndex): string | null => {
  const { phrases } = index.logs.vocabulary;
  // "top-ups" are two words where messages say "top-up failed".
  const words = run.map((token) => token.norm.replaceAll('-', ' '));
  const spans = index.spans.vocabulary.phrases;
  const whole = phrases.get(words.join(' ')) ?? spans.get(words.join(' '));
  // "reported chat messages"
  const turned = isDeed(run[0]?.text ?? '') ? phrases.get([...words.slice(1), words[0]].join(' ')) : undefined;
  if (whole !== undefined || run.length !== 2) return whole ?? turned ?? null;
  const fails = concepts.findIndex((concept) => concept?.kind === 'outcome' && concept.failed);
  const noun = words[1 - fails];
  if (fails < 0 || noun === undefined) return null;
  for (const candidate of [`${noun} failed`, `${noun} failure`, `failed ${noun}`, `${noun} fail`]) {
    const found = phrases.get(candidate);
    if (found !== undefined) return found;
  }
  return null;
};

export const particlePiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const phrase = particleVerb(tokens, at, index);
  return phrase === null ? null : { to: at + 2, weight: 2.6, meaning: { kind: 'message', phrase } };
};

/** "which lockers were full": they are asked for, and that messages say so of them is the condition. */
export const statePiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const back = RELATIVE.test(tokens[at - 1]?.norm ?? '') ? 2 : 1;
  const [noun, state] = [tokens[at - back], tokens[at + 1]];
  if (!COPULA.test(tokens[at]?.text ?? '') || noun?.kind !== 'word' || state?.kind !== 'word') return null;
  const asked = [1, 2].some((more) =>
    /^(?:which|what|different|distinct|unique)$/.test(tokens[at - back - more]?.norm ?? ''),
  );
  if (!asked || (!index.nameEnds.has(noun.norm) && !index.fieldNames.has(joinedForm(noun.norm)))) return null;
  const phrase = index.logs.vocabulary.phrases.get(`${noun.norm} ${state.norm}`);
  return phrase === undefined ? null : { to: at + 2, weight: 2.8, meaning: { kind: 'message', phrase } };
};

/** "which patients signed in", "how many different patients": values of a field are asked for, not what a message says. */
const isAskedAbout = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const token = tokens[at];
  if (token === undefined || !/^(?:which|different|distinct|unique|each|per|every)$/.test(tokens[at - 1]?.norm ?? ''))
    return false;
  return index.fieldNames.has(joinedForm(token.norm)) || index.nameEnds.has(joinedForm(token.norm));
};

/** "wrong password" is what messages say, and no error of passwords. */
const DESCRIBES = /^(?:wrong|bad|broken|faulty|invalid|serious|severe)$/;

const isNo = (token: Token | undefined): boolean => token?.norm === 'no';

/** "no server free", "client version too old": so many words in a row are no chance, whatever one of them is called. */
const isVerbatim = (run: readonly Token[], concepts: readonly (Concept | null)[], place: number): boolean =>
  concepts[place]?.kind === 'role' &&
  place < run.length - 1 &&
  run.length >= (isNo(run[0]) ? 3 : 4) &&
  !concepts.some((concept) => concept?.kind === 'group');

/** Runs of words that stand so in messages; at least one of them must mean nothing else, but for "slow query". */
export const messagePiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  // "requests ended in an error" says how, and not that they ended.
  const ends = /^(ended|ending|resulted|finished)$/i.test(tokens[at + length - 1]?.text ?? '');
  if (ends && /^(in|with|as|up)$/.test(tokens[at + length]?.norm ?? '')) return null;
  const whole = tokens.slice(at, at + length);
  // "orders were created" is the message "order created".
  const run = whole.filter(
    (token, i) =>
      i === 0 ||
      i === length - 1 ||
      !(COPULA.test(token.text) || ARTICLE.test(token.text) || RELATIVE.test(token.text)),
  );
  if (run.some((token) => token.kind !== 'word') || run.length < 2 || run.length > runWordsMax) return null;
  if (ENDS_OPEN.test(run.at(-1)?.norm ?? '')) return null;
  const { phrases } = index.logs.vocabulary;
  // "requests that ended with status 503" tells how they ended: other words for a deed are for the deed alone.
  const told = whole.some((token) => RELATIVE.test(token.text));
  const turned = told ? null : (turnedPhrase(run, phrases) ?? doneTo(run, phrases) ?? thingsDeed(run, index));
  if (turned !== null)
    return { to: at + length, weight: 1.05 * length + 0.35, meaning: { kind: 'message', phrase: turned } };
  const concepts = run.map((token) => conceptOf(token.norm));
  const slowQuery = run[0]?.norm === 'slow' && run[1]?.norm === 'query' && length === 2;
  if (concepts.every((concept) => concept !== null) && !slowQuery) return null;
  const phrase = phraseOf(run, concepts, index);
  if (phrase === null) return null;
  const last = run.length - 1;
  const deed = [last, 0].find((place) => isDeed(run[place]?.text ?? '') && (place > 0 || run.length > 2)) ?? -1;
  // "completed pay runs" is "pay run completed" word for word, whatever runs are elsewhere.
  const turnedWhole =
    deed === 0 && phrases.has([...run.slice(1), ...run.slice(0, 1)].map(({ norm }) => norm).join(' '));
  const edges = turnedWhole ? [] : [0, last].filter((place) => place !== deed).map((place) => concepts[place]);
  if (edges.some((concept) => CARRIES_NOTHING.test(concept?.kind ?? ''))) return null;
  if (isAskedAbout(tokens, at, index)) return null;
  // "connection reset by peer" groups by nothing: inside a longer run that messages say, `by` is theirs.
  const inner = (place: number): boolean => run.length >= 3 && place > 0 && place < last;
  // "accounts got locked" where nothing holds an account, "chat messages that were reported".
  const isThing = (concept: Concept | null, place: number): boolean =>
    deed >= 0 &&
    concept?.kind === 'role' &&
    (run.length === 2 ? !index.logs.roles.has(concept.role) : concept.role === 'message' && place > 0);
  const isSaid = (concept: Concept | null, place: number): boolean =>
    (concept?.kind === 'group' && inner(place)) ||
    isThing(concept, place) ||
    (concept?.kind === 'severity' && DESCRIBES.test(run[place]?.norm ?? '')) ||
    isVerbatim(run, concepts, place);
  if (concepts.some((concept, place) => SPEAKS_OTHERWISE.test(concept?.kind ?? '') && !isSaid(concept, place)))
    return null;
  const weight = 1.05 * length + 0.35 * (length - 1) + (concepts[0]?.kind === 'severity' ? 0.6 : 0);
  return { to: at + length, weight, meaning: { kind: 'message', phrase } };
};
