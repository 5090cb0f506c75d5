import type { Metric, Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import type { Scene } from '../scene.ts';

/** The thing that the question names and that messages say this of: "call answered" of calls, not what else answered. */
const ofNamed = (scene: Scene, pred: Pred, things: readonly string[]): Pred => {
  if (pred.kind !== 'text' || pred.mode !== 'phrase' || !/^\p{L}+ed$/u.test(pred.text)) return pred;
  const deed = wordForm(pred.text);
  const said = things.flatMap((thing) => scene.data.vocabulary.phrases.get(`${thing} ${deed}`) ?? []);
  const [phrase, ...others] = new Set(said);
  return phrase === undefined || others.length > 0 ? pred : saidIn(scene, 'phrase', phrase);
};

/** "yesterday's calls: how many answered, how many abandoned": the deeds that are counted apart are those of the calls. */
export const deedsOfHead = (scene: Scene): void => {
  const isSeveral = scene.metrics.filter(({ kind }) => kind === 'count-if').length > 1;
  const things = scene.marks.flatMap(({ text, plural, meaning }) =>
    plural || meaning.kind === 'message' ? [wordForm(text.toLowerCase().split(' ')[0] ?? '')] : [],
  );
  if (!isSeveral || things.length === 0) return;
  const told = scene.metrics.map(
    (metric): Metric =>
      metric.kind === 'count-if' ? { ...metric, pred: ofNamed(scene, metric.pred, things) } : metric,
  );
  scene.metrics.splice(0, scene.metrics.length, ...told);
};
