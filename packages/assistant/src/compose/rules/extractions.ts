import type { FieldRef } from '../../ir/field-ref.ts';
import { addPred, assume, conceptAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const TAKES = /^(pull|extract|take|get|parse|read|find)$/i;
const NOUN = /^(number|numbers|value|values|id|ids|code|codes|count|name|size|amount)$/i;
const OUT_OF = /^(out of|from|in|of|out)$/i;

/** A number beside a word of a text: `port 8080`, `order=17`, `took: 3.5`. */
const numberAfter = (word: string): string => `${word}\\s*[=:#]?\\s*(?<${word}>\\d+(?:\\.\\d+)?)`;

/**
 * "pull the port number out of the "listening on port" messages and count them": what stands in a message beside a
 * word becomes a field of its own.
 */
export const extractions = (scene: Scene): void => {
  const message = roleField(scene, 'message');
  const cue = scene.marks.findIndex((mark) => TAKES.test(mark.text));
  const quote = scene.marks.findIndex(
    ({ meaning }, at) => at > cue && meaning.kind === 'literal' && meaning.token.kind === 'quoted',
  );
  const noun = scene.marks.findIndex((mark, at) => at > cue && NOUN.test(mark.text));
  const word = noun < 1 ? '' : (markAt(scene, noun - 1)?.text ?? '').toLowerCase();
  const leads = scene.marks.slice(noun + 1, quote).some((mark) => OUT_OF.test(mark.text));
  const meaning = markAt(scene, quote)?.meaning;
  if (cue < 0 || quote < 0 || noun < 0 || noun > quote || message === null || !leads || !/^[a-z]{2,20}$/.test(word))
    return;
  if (meaning?.kind !== 'literal' || meaning.token.kind !== 'quoted') return;
  take(scene, ...Array.from({ length: quote - cue + 1 }, (_, step) => cue + step));
  for (
    let at = quote + 1;
    /^(line|lines|message|messages|logs?|entries|texts?)$/i.test(markAt(scene, at)?.text ?? '');
    at++
  )
    take(scene, at);
  addPred(scene, 'text', { kind: 'text', field: message, mode: 'phrase', text: meaning.token.value }, quote);
  const field: FieldRef = { root: 'd', path: ['found', word], type: 'string', cast: null, unit: null, role: null };
  scene.extract = { from: message, into: 'found', pattern: numberAfter(word) };
  assume(scene, `the ${word} is the number after the word "${word}"`, 0.93);
  const rest = scene.marks.flatMap((_, at) => (at > quote ? [at] : []));
  const counted = rest.find((at) => conceptAt(scene, at)?.kind === 'count');
  const distinct = rest.find((at) => conceptAt(scene, at)?.kind === 'distinct');
  if (counted !== undefined) {
    take(scene, counted);
    addKey(scene, field);
    scene.counted = true;
    const each = nextContent(scene, counted + 1);
    if (each >= 0 && /^(them|each|it)$/i.test(markAt(scene, each)?.text ?? '')) take(scene, each);
  } else if (distinct !== undefined) {
    take(scene, distinct);
    scene.columns.push(field);
    scene.distinct = true;
  } else scene.columns.push(field);
};
