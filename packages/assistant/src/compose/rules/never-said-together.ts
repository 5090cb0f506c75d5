import { listsAll } from '../../catalog/lists-all.ts';
import { isDeed, messageTokens } from '../../catalog/vocabulary.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { assume, type FoundPred, markAt, type Scene } from '../scene.ts';

/** The share of questions for which the deed alone is what was asked for. */
const deedKeeps = 0.6;

const wordsOf = (pred: Pred): readonly string[] | null =>
  pred.kind === 'text' && pred.mode === 'phrase' && pred.field?.role === 'message'
    ? messageTokens(pred.text).map(wordForm)
    : null;

/** Whether a known message has all of the words. */
const isSaid = (scene: Scene, words: readonly string[]): boolean =>
  scene.data.vocabulary.lines.some((line) => words.every((word) => line.includes(` ${word} `)));

/**
 * "rejected roamers", where messages say "attach rejected" and "roamer attached", and none says both: what was done is
 * looked for, and what it was done to is left out with a doubt. With both nothing would be found.
 */
export const neverSaidTogether = (scene: Scene): void => {
  const message = scene.data.fields.find(({ ref }) => ref.role === 'message');
  const [place, ...others] = scene.data.messages;
  if (message === undefined || place === undefined || others.length > 0 || !listsAll(message)) return;
  const found = scene.preds.filter(
    // What is quoted is looked for as it stands.
    ({ source, pred, at }) =>
      source === 'text' && wordsOf(pred)?.length === 1 && markAt(scene, at)?.meaning.kind === 'message',
  );
  const [one, two, ...more] = found;
  if (one === undefined || two === undefined || more.length > 0) return;
  const words = [one, two].flatMap(({ pred }) => wordsOf(pred) ?? []);
  if (isSaid(scene, words)) return;
  const deeds = [one, two].filter(({ pred }) => isDeed(wordsOf(pred)?.[0] ?? ''));
  const [deed] = deeds;
  if (deed === undefined || deeds.length > 1) return;
  const thing: FoundPred = deed === one ? two : one;
  scene.preds.splice(scene.preds.indexOf(thing), 1);
  assume(scene, `no message says "${markAt(scene, thing.at)?.text}" of what was done, so it is left out`, deedKeeps);
};
