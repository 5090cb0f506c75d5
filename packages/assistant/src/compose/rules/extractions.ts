import { messageTokens } from '../../catalog/vocabulary.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { fieldSaying, textIn } from '../said-in.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addKey } from './groups.ts';

const TAKES = /^(pull|extract|take|get|parse|read|find)$/i;
const NOUN = /^(number|numbers|value|values|id|ids|code|codes|count|name|size|amount)$/i;
const OUT_OF = /^(out of|from|in|of|out)$/i;

/** A number beside a word of a text: `port 8080`, `order=17`, `took: 3.5`. */
const numberAfter = (word: string): string => `${word}\\s*[=:#]?\\s*(?<${word}>\\d+(?:\\.\\d+)?)`;

/** The number beside a word of the messages, as a field. */
const numberBeside = (scene: Scene, message: FieldRef, word: string): FieldRef => {
  scene.extract = { from: message, into: 'found', pattern: numberAfter(word) };
  assume(scene, `the ${word} is the number after the word "${word}"`, 0.93);
  return { root: 'd', path: ['found', word], type: 'string', cast: null, unit: null, role: null };
};

/** Whether messages that are known have a number beside the word. */
const hasNumber = (scene: Scene, message: FieldRef, word: string): boolean => {
  const source = scene.data.fields.find((entry) => sameField(entry.ref, message))?.source;
  const beside = new RegExp(`\\b${word}\\s*[=:#]?\\s*\\d`, 'i');
  const samples = [...(source?.examples ?? []), ...(source?.values ?? []).map(({ value }) => value)];
  return samples.some((sample) => beside.test(sample));
};

/** The word after "which" or "what" that no field is called, and only messages say: "which port does each …". */
const askedWord = (scene: Scene): number =>
  scene.marks.findIndex(
    (mark, at) =>
      /^[a-z]{2,20}$/i.test(mark.text) &&
      /^(message|unknown)$/.test(mark.meaning.kind) &&
      conceptAt(scene, at - 1)?.kind === 'which',
  );

/** "by the "listening on port" lines, which port does each service listen on": a number that only messages tell. */
export const askedNumbers = (scene: Scene): void => {
  const at = askedWord(scene);
  const word = wordForm(markAt(scene, at)?.text ?? '');
  const message = fieldSaying(scene, word);
  if (message === null || at < 0 || scene.extract !== null || !/^[a-z]{2,20}$/.test(word)) return;
  const quote = scene.marks.findIndex(
    ({ meaning }) =>
      meaning.kind === 'literal' &&
      meaning.token.kind === 'quoted' &&
      messageTokens(meaning.token.value).includes(word),
  );
  if (quote < 0 && !hasNumber(scene, message, word)) return;
  const said = scene.marks.flatMap(({ meaning }, index) =>
    meaning.kind === 'message' && (quote < 0 || index === at || index > at) ? [index] : [],
  );
  const each = scene.marks.findIndex(
    (_, index) => index > at && /^(each|group)$/.test(conceptAt(scene, index)?.kind ?? ''),
  );
  const head = each < 0 ? -1 : nextContent(scene, each + 1);
  const by = namesField(scene, head) ? fieldAt(scene, head) : null;
  // With a quotation the words are only said again; without one they are what the messages say.
  if (quote < 0) for (const index of said) addSaid(scene, message, index, index === at ? word : null);
  if (NOUN.test(markAt(scene, at + 1)?.text ?? '')) take(scene, at + 1);
  take(scene, at, ...said, ...(by === null ? [] : [each, head]));
  leadIn(scene, quote);
  if (by !== null) scene.columns.push(by);
  scene.columns.push(numberBeside(scene, message, word));
  scene.distinct = true;
};

/** `word`: the thing that is numbered is one, though several are asked for. */
const addSaid = (scene: Scene, message: FieldRef, at: number, word: string | null): void => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind === 'message') addPred(scene, 'text', textIn(message, 'phrase', word ?? meaning.phrase), at);
};

/** "Going by the … lines", "according to": groups by nothing. */
const leadIn = (scene: Scene, quote: number): void => {
  for (let at = quote - 1; at >= 0; at--) if (conceptAt(scene, at)?.kind === 'group') take(scene, at);
};

/** "listening on port ...", "took N ms": what stands for the number is no part of what is looked for. */
const PLACEHOLDER = /\s*(?:\.\.\.|…|<[^>]*>|\{[^}]*\}|\b[XN]+\b|#+|\?+|\*+|\b\d+(?:\.\d+)?)\s*$/;

interface Asked {
  readonly cue: number;
  readonly quote: number;
  /** The word beside the number. */
  readonly word: string;
  readonly text: string;
}

/** "the port number out of …", or "the port from …" where the quotation has the word itself. */
const askedFrom = (scene: Scene): Asked | null => {
  const cue = scene.marks.findIndex((mark) => TAKES.test(mark.text));
  const quote = scene.marks.findIndex(
    ({ meaning }, at) => at > cue && meaning.kind === 'literal' && meaning.token.kind === 'quoted',
  );
  const meaning = markAt(scene, quote)?.meaning;
  if (cue < 0 || quote < 0 || meaning?.kind !== 'literal' || meaning.token.kind !== 'quoted') return null;
  const text = meaning.token.value.replace(PLACEHOLDER, '');
  const quoted = messageTokens(text);
  const noun = scene.marks.findIndex((mark, at) => at > cue && at < quote && NOUN.test(mark.text));
  const own = scene.marks.findIndex(
    (mark, at) => at > cue && at < quote && quoted.includes(mark.text.toLowerCase()) && /^\p{L}+$/u.test(mark.text),
  );
  const at = noun < 1 ? own : noun - 1;
  const word = (markAt(scene, at)?.text ?? '').toLowerCase();
  const leads = scene.marks.slice(at + 1, quote).some((mark) => OUT_OF.test(mark.text));
  return at > cue && leads && /^[a-z]{2,20}$/.test(word) ? { cue, quote, word, text } : null;
};

/** "count per service and port": the number that was read out is a group beside the others. */
const groupedBy = (scene: Scene, { quote, word }: Asked): boolean => {
  const at = scene.marks.findIndex((mark, index) => index > quote && mark.text.toLowerCase() === word);
  const group = scene.marks.findIndex((_, index) => index > quote && conceptAt(scene, index)?.kind === 'group');
  if (group < 0) return false;
  if (at > group) {
    const beside = nextContent(scene, at - 1, -1);
    take(scene, at, ...(conceptAt(scene, beside)?.kind === 'conjunction' || beside === group ? [beside] : []));
  }
  return true;
};

/**
 * "pull the port number out of the "listening on port" messages and count them", "extract the port from "listening on port
 * ..." and count per service and port": what stands in a message beside a word becomes a field of its own.
 */
export const extractions = (scene: Scene): void => {
  const message = roleField(scene, 'message');
  const asked = askedFrom(scene);
  // "pull the number of retries out of "after N retries" and give me the average": a figure of it is read already.
  if (message === null || asked === null || scene.extract !== null) return;
  const { cue, quote, word, text } = asked;
  take(scene, ...Array.from({ length: quote - cue + 1 }, (_, step) => cue + step));
  for (
    let at = quote + 1;
    /^(line|lines|message|messages|logs?|entries|texts?)$/i.test(markAt(scene, at)?.text ?? '');
    at++
  )
    take(scene, at);
  const place = fieldSaying(scene, text) ?? message;
  addPred(scene, 'text', textIn(place, 'phrase', text), quote);
  const field = numberBeside(scene, place, word);
  const rest = scene.marks.flatMap((_, at) => (at > quote ? [at] : []));
  const counted = rest.find((at) => conceptAt(scene, at)?.kind === 'count');
  const distinct = rest.find((at) => conceptAt(scene, at)?.kind === 'distinct');
  if (groupedBy(scene, asked) || counted !== undefined) {
    addKey(scene, field);
    scene.counted = true;
    if (counted === undefined) return;
    take(scene, counted);
    const each = nextContent(scene, counted + 1);
    if (each >= 0 && /^(them|each|it)$/i.test(markAt(scene, each)?.text ?? '')) take(scene, each);
  } else if (distinct !== undefined) {
    take(scene, distinct);
    scene.columns.push(field);
    scene.distinct = true;
  } else scene.columns.push(field);
};
