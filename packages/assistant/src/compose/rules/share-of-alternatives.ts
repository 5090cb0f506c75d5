import type { Pred } from '../../ir/query-ir.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, conceptsOf, markAt, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';
import { phraseAt } from './mentioned.ts';
import { addMetric } from './metrics.ts';

interface Side {
  readonly at: number;
  readonly pred: Pred;
  /** What is said again of the part: "was rejected". */
  readonly word: string;
}

const lastWord = (text: string): string => text.toLowerCase().split(/\s+/).at(-1) ?? '';

/** What was accepted or rejected: the words before the first of the two, as messages may say them. */
const thingsBefore = (scene: Scene, first: number): readonly string[] =>
  [phraseAt(scene, first)?.split(' ')[0] ?? '', nameWords(markAt(scene, first - 1)?.text ?? '').at(-1) ?? ''].map(
    wordForm,
  );

/** "rejected" of deliveries is "delivery rejected", where messages say so. */
const sideAt = (scene: Scene, at: number, things: readonly string[]): Side | null => {
  const phrase = phraseAt(scene, at);
  const word = lastWord(phrase ?? markAt(scene, at)?.text ?? '');
  const said = things
    .map((thing) => scene.data.vocabulary.phrases.get(`${thing} ${wordForm(word)}`))
    .find((found) => found !== undefined);
  if (phrase !== null) return { at, word, pred: saidIn(scene, 'phrase', said ?? phrase) };
  const condition = conditionAt(scene, at);
  return condition === null ? null : { at, word, pred: condition.pred };
};

const isOr = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'conjunction' && concept.op === 'or';
};

/** Which of the two sides is said once more behind them. */
const saidAgain = (scene: Scene, sides: readonly Side[]): { readonly at: number; readonly side: Side } | null => {
  const behind = Math.max(...sides.map(({ at }) => at));
  for (let at = behind + 1; at < scene.marks.length; at++) {
    const text = lastWord(phraseAt(scene, at) ?? markAt(scene, at)?.text ?? '');
    const side = scene.taken.has(at) ? undefined : sides.find(({ word }) => wordForm(word) === wordForm(text));
    if (side !== undefined) return { at, side };
  }
  return null;
};

/**
 * "of the deliveries accepted or refused today, what share was refused": the two are the whole, for no message says both, and
 * the one that is said again is the part.
 */
export const shareOfAlternatives = (scene: Scene): void => {
  const cue = conceptsOf(scene, 'ratio').find((at) => !scene.taken.has(at));
  const concept = cue === undefined ? null : conceptAt(scene, cue);
  if (cue === undefined || concept?.kind !== 'ratio') return;
  for (const at of scene.marks.keys()) {
    const [first, second] = [nextContent(scene, at - 1, -1), nextContent(scene, at + 1)];
    if (!isOr(scene, at) || first < 0 || second < 0) continue;
    const things = thingsBefore(scene, first);
    const sides = [first, second].flatMap((place) => sideAt(scene, place, things) ?? []);
    const again = sides.length === 2 ? saidAgain(scene, sides) : null;
    if (again === null) continue;
    take(scene, cue, at, first, second, again.at);
    addPred(scene, 'value', { kind: 'or', preds: sides.map(({ pred }) => pred) }, first);
    addMetric(scene, { kind: 'ratio', part: again.side.pred, name: 'share' });
    assume(scene, `"${sides.map(({ word }) => word).join(' or ')}" together are the whole`);
    return;
  }
};
