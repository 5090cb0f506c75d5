import { listsAll } from '../../catalog/lists-all.ts';
import { GAP, messageTokens } from '../../catalog/vocabulary.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred, TextMode } from '../../ir/query-ir.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import { saidIn, textIn } from '../said-in.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isGap,
  linksAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric } from './metrics.ts';
import { saidAside } from './texts-aside.ts';

/** The field that is searched: one named right before the cue, else the message. */
const targetBefore = (scene: Scene, cue: number): FieldRef | null => {
  for (let at = cue - 1; at >= 0 && at >= cue - 3; at--) {
    if (namesField(scene, at)) {
      const field = fieldAt(scene, at);
      take(scene, at);
      return field;
    }
    const told = saidAside(scene, at);
    if (told !== null) {
      take(scene, at);
      return told;
    }
    if (!isGap(scene, at) && conceptAt(scene, at)?.kind !== 'with' && conceptAt(scene, at)?.kind !== 'negation') break;
  }
  return roleField(scene, 'message');
};

/** A fragment of a word is no token: it needs a substring test, a whole word a phrase search. */
const modeFor = (scene: Scene, mode: TextMode, phrase: string): TextMode => {
  if (mode !== 'phrase') return mode;
  const { tokens } = scene.data.vocabulary;
  const parts = messageTokens(phrase);
  const missing = parts.filter((part) => !tokens.has(part));
  const fragment = missing.some((part) =>
    [...tokens].some((token) => token.length > part.length && token.includes(part)),
  );
  return fragment && /[A-Z]/.test(phrase) ? 'contains' : 'phrase';
};

export const textPred = (scene: Scene, field: FieldRef | null, mode: TextMode, phrase: string): Pred => {
  if (field === null) assume(scene, 'no message field is known, so all fields are searched');
  // `matches` tests the whole text; a pattern without anchors means "somewhere".
  const text =
    mode === 'regex' ? `${phrase.startsWith('^') ? '' : '.*'}${phrase}${phrase.endsWith('$') ? '' : '.*'}` : phrase;
  const how = modeFor(scene, mode, phrase);
  return field?.role === 'message' ? saidIn(scene, how, text) : textIn(field, how, text);
};

/** The words after a cue that are what is looked for; stops at prepositions, times, groups. */
const wordsAfter = (
  scene: Scene,
  from: number,
): { readonly phrase: string; readonly used: readonly number[] } | null => {
  const used: number[] = [];
  const words: string[] = [];
  for (let at = from; at < scene.marks.length; at++) {
    const mark = markAt(scene, at);
    if (mark === undefined) break;
    const { meaning } = mark;
    // "messages mentioning redis" that only spans have a field for: here the word is what messages say.
    const onlySaid =
      meaning.kind === 'value' &&
      linksAt(scene, at).length === 0 &&
      scene.data.vocabulary.words.has(wordForm(mark.text));
    if (meaning.kind === 'message') words.push(meaning.phrase);
    else if (onlySaid) words.push(mark.text);
    else if (meaning.kind === 'unknown' || (meaning.kind === 'literal' && meaning.token.kind === 'id'))
      words.push(mark.text);
    else if (meaning.kind === 'concept' && meaning.concept.kind === 'symptom')
      words.push(symptomWord(scene, mark.text, meaning.concept.phrase));
    else if (meaning.kind === 'concept' && words.length === 0 && /^(filler)$/.test(meaning.concept.kind)) continue;
    else if (
      meaning.kind === 'concept' &&
      words.length === 0 &&
      /^(severity|outcome|entity|status)$/.test(meaning.concept.kind) &&
      at === from
    )
      words.push(mark.text);
    else break;
    used.push(at);
  }
  return words.length === 0 ? null : { phrase: words.join(' '), used };
};

/** A symptom as the messages spell it: `timeouts` → `timeout`, or `timed out` where they say so. */
export const symptomWord = (scene: Scene, written: string, phrase: string): string => {
  const { words, phrases, tokens } = scene.data.vocabulary;
  const as = phrases.get(messageTokens(written).map(wordForm).join(' '));
  if (as !== undefined && !as.includes(GAP)) return as;
  if (words.size === 0 || words.has(phrase) || phrases.has(phrase))
    return words.get(phrase) ?? phrases.get(phrase) ?? phrase;
  const lower = written.toLowerCase();
  if (tokens.has(lower)) return lower;
  // `out of memory` is said by `OutOfMemoryError`.
  const joined = joinedForm(phrase);
  return joined.length < 6 ? phrase : ([...tokens].find((token) => token.startsWith(joined)) ?? phrase);
};

/**
 * "transfers that end in block", "jobs which ended up as skipped": things end with what became of them, where that is a
 * value of another field; only a name or a path that is called so itself ends with letters.
 */
const isOutcome = (scene: Scene, cue: number, next: number, field: FieldRef, head: number): boolean => {
  if (!/^end(?:s|ed|ing)?\b/i.test(markAt(scene, cue)?.text ?? '')) return false;
  const whole = linksAt(scene, next).some((link) => !link.guessed && !sameField(link.field, field));
  const own = linksAt(scene, next).some((link) => sameField(link.field, field));
  const called = joinedForm(markAt(scene, head)?.text ?? '') === joinedForm(field.path.at(-1) ?? '');
  return whole && !own && !called && field.role !== 'path' && field.role !== 'host';
};

/** "user_id starts with u-1", "path contains checkout": what follows is text, whatever else it may be. */
const searchedField = (scene: Scene, at: number, next: number, cues: readonly number[], mode: TextMode): boolean => {
  const before = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'negation');
  const mark = markAt(scene, next);
  const field = namesField(scene, before) ? fieldAt(scene, before) : null;
  const edge = mode === 'starts' || mode === 'ends';
  const fits = mark?.meaning.kind === 'value' || mark?.meaning.kind === 'literal' || mark?.meaning.kind === 'unknown';
  if (field === null || mark === undefined || !fits || (!edge && field.role === 'message')) return false;
  if (field.type !== 'string' && field.type !== 'unknown') return false;
  if (isOutcome(scene, at, next, field, before)) return false;
  const pred: Pred = { kind: 'text', field, mode: mode === 'phrase' ? 'contains' : mode, text: mark.text };
  addPred(scene, 'text', isNegated(scene, at) ? { kind: 'not', pred } : pred, at);
  take(scene, before, next, ...cues);
  // "users starting with u-1" are listed themselves.
  const asked = (index: number): boolean => /^(list|which)$/.test(conceptAt(scene, index)?.kind ?? '');
  if (markAt(scene, before)?.plural === true && nextContent(scene, 0, 1, asked) === before) {
    scene.columns.push(field);
    scene.distinct = true;
  }
  const count = nextContent(scene, before - 1, -1);
  if (markAt(scene, before)?.plural === true && conceptAt(scene, count)?.kind === 'count') {
    take(scene, count);
    addMetric(scene, { kind: 'distinct', field, name: (markAt(scene, before)?.text ?? 'values').toLowerCase() });
  }
  return true;
};

/** 'starting with "task" or "query"': the other texts of the list, looked for in the same way. */
const quotedBeside = (scene: Scene, from: number): readonly number[] => {
  const found: number[] = [];
  for (let at = from + 1; at + 1 < scene.marks.length; at += 2) {
    const joins = conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';
    const meaning = markAt(scene, at + 1)?.meaning;
    if (!joins || meaning?.kind !== 'literal' || meaning.token.kind !== 'quoted') break;
    found.push(at + 1);
  }
  return found;
};

/** "containing timeout or refused": a word that no message has is looked for as well. */
const unknownBeside = (scene: Scene, from: number): readonly number[] => {
  const found: number[] = [];
  for (let at = from + 1; at + 1 < scene.marks.length; at += 2) {
    const concept = conceptAt(scene, at);
    const joins = (concept?.kind === 'conjunction' && concept.op === 'or') || markAt(scene, at)?.text === ',';
    if (!joins || !/^(?:unknown|message)$/.test(markAt(scene, at + 1)?.meaning.kind ?? '')) break;
    found.push(at + 1);
  }
  return found.some((at) => markAt(scene, at)?.meaning.kind === 'unknown') ? found : [];
};

/** `containing "connection refused"`, `grep timeout`, `matching /o-\d+/`, `that start with "order placed"`. */
export const searched = (scene: Scene): void => {
  for (let at = 0; at < scene.marks.length; at++) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'text' || scene.taken.has(at)) continue;
    let next = at + 1;
    while (conceptAt(scene, next)?.kind === 'text' || (isGap(scene, next) && next < scene.marks.length)) next += 1;
    // "search the logs for …": where is searched says nothing of what.
    const place = conceptAt(scene, next);
    if (place?.kind === 'entity' && /^(for|containing|with|mentioning)$/i.test(markAt(scene, next + 1)?.text ?? '')) {
      next += 1;
      while (conceptAt(scene, next)?.kind === 'text' || (isGap(scene, next) && next < scene.marks.length)) next += 1;
    }
    const meaning = markAt(scene, next)?.meaning;
    const cues = Array.from({ length: next - at }, (_, i) => at + i);
    // What is looked for was read already, as a part or as what there is none of.
    if (meaning?.kind === 'literal' && scene.taken.has(next)) {
      take(scene, ...cues);
      continue;
    }
    if (meaning?.kind === 'literal' && (meaning.token.kind === 'quoted' || meaning.token.kind === 'regex')) {
      const field = targetBefore(scene, at);
      const regex = meaning.token.kind === 'regex' || concept.mode === 'regex';
      const phrase = meaning.token.kind === 'regex' ? meaning.token.pattern : meaning.token.value;
      // A path or a name is no message: a piece of it may be a piece of a word.
      const plain = concept.mode === 'phrase' && field !== null && field.role !== 'message' ? 'contains' : concept.mode;
      const pred = textPred(scene, field, regex ? 'regex' : plain, phrase);
      addPred(scene, 'text', isNegated(scene, at) || isNegated(scene, next) ? { kind: 'not', pred } : pred, next);
      take(scene, ...cues, next);
      for (const other of quotedBeside(scene, next)) {
        const said = markAt(scene, other)?.meaning;
        if (said?.kind !== 'literal' || said.token.kind !== 'quoted' || regex) continue;
        const same = textPred(scene, field, plain, said.token.value);
        addPred(scene, 'text', isNegated(scene, other) ? { kind: 'not', pred: same } : same, other);
        take(scene, other);
      }
      continue;
    }
    if (searchedField(scene, at, next, cues, concept.mode)) continue;
    const words = wordsAfter(scene, next);
    if (words === null || scene.taken.has(next)) continue;
    const field = targetBefore(scene, at);
    const mode = concept.mode === 'regex' ? 'phrase' : concept.mode;
    const pred = textPred(scene, field, mode, words.phrase);
    addPred(scene, 'text', isNegated(scene, at) ? { kind: 'not', pred } : pred, words.used.at(-1) ?? next);
    take(scene, ...cues, ...words.used);
    for (const other of unknownBeside(scene, words.used.at(-1) ?? next)) {
      const same = textPred(scene, field, mode, markAt(scene, other)?.text ?? '');
      addPred(scene, 'text', isNegated(scene, at) ? { kind: 'not', pred: same } : same, other);
      take(scene, other);
    }
  }
};

/** Whether a quoted text can be a value of the field before it: "errors per path is 'pool exhausted'" says no path. */
const isSaidOf = (scene: Scene, field: FieldRef, text: string): boolean => {
  const entry = scene.data.fields.find(({ ref }) => sameField(ref, field));
  const words = messageTokens(text).map(wordForm);
  const inMessages =
    scene.data.vocabulary.phrases.has(words.slice(0, 4).join(' ')) ||
    words.every((word) => scene.data.vocabulary.words.has(word));
  return (
    entry === undefined || !listsAll(entry) || !inMessages || entry.source.values.some(({ value }) => value === text)
  );
};

/** A piece of what a field of texts holds: it is named behind, and "in" leads to it. */
const isTextIn = (scene: Scene, at: number, field: FieldRef): boolean =>
  field.type === 'string' && field.role === null && /^(?:in|within|inside)$/i.test(markAt(scene, at + 1)?.text ?? '');

/** Quoted text without a cue: a value where the data has it, else a phrase of the message. */
export const quoted = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (mark.meaning.kind !== 'literal' || scene.taken.has(at)) continue;
    const { token } = mark.meaning;
    if (token.kind !== 'quoted' && token.kind !== 'regex') continue;
    take(scene, at);
    const text = token.kind === 'quoted' ? token.value : token.pattern;
    if (text.trim() === '') continue;
    const named = (scene.index.values.get(joinedForm(text)) ?? []).find(
      (entry) => entry.dataset === scene.dataset && entry.value === text,
    );
    const before = nextContent(scene, at - 1, -1);
    const joined = markAt(scene, at - 1)?.text ?? '';
    const adjoins = before === at - 1 || /^(is|=|named|called|with)$/i.test(joined);
    // "on each path is 'out of stock'" groups by the path, and says nothing of its name.
    const grouped = /^(group|each)$/.test(conceptAt(scene, before - 1)?.kind ?? '');
    const stated = namesField(scene, before) && adjoins && !grouped ? fieldAt(scene, before) : null;
    const beside = stated !== null && isSaidOf(scene, stated, text) ? stated : null;
    // "with 'sepa' in the message": the text is looked for, whatever has that value.
    const place = nextContent(scene, at + 1);
    const within = place > at + 1 && namesField(scene, place) ? fieldAt(scene, place) : null;
    const inMessage = within?.role === 'message';
    // "with 'drop table' in the term"
    if (within !== null && !inMessage && isTextIn(scene, at, within)) {
      take(scene, place);
      const said = token.kind === 'regex' ? textPred(scene, within, 'regex', text) : textIn(within, 'contains', text);
      addPred(scene, 'text', isNegated(scene, at) ? { kind: 'not', pred: said } : said, at);
      continue;
    }
    if (inMessage) take(scene, place);
    const field = inMessage ? null : (beside ?? named?.field ?? null);
    if (beside !== null) take(scene, before);
    const literal: Pred | null =
      field === null || field.role === 'message' || token.kind === 'regex'
        ? null
        : { kind: 'compare', field, op: '==', value: { kind: 'text', value: text } };
    const pred =
      literal ?? textPred(scene, roleField(scene, 'message'), token.kind === 'regex' ? 'regex' : 'phrase', text);
    addPred(scene, literal === null ? 'text' : 'value', isNegated(scene, at) ? { kind: 'not', pred } : pred, at);
  }
};
