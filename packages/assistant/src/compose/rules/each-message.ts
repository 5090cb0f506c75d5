import type { Pred } from '../../ir/query-ir.ts';
import { addPred, conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

interface Said {
  readonly at: number;
  readonly pred: Pred;
  readonly name: string;
}

/** What messages say, each found by a mark of its own. */
const messagesSaid = (scene: Scene): readonly Said[] =>
  scene.preds.flatMap(({ source, pred, at }) =>
    source === 'text' && pred.kind === 'text' && markAt(scene, at)?.meaning.kind === 'message'
      ? [{ at, pred, name: pred.text.toLowerCase().replace(/[^a-z0-9]+/g, '_') }]
      : [],
  );

/** The words between two of them that set the one beside the other: "vs", "and how many", after a count "and". */
const besideAt = (scene: Scene, first: Said, second: Said): readonly number[] | null => {
  const between = Array.from({ length: second.at - first.at - 1 }, (_, step) => first.at + 1 + step);
  const versus = between.find((at) => conceptAt(scene, at)?.kind === 'versus');
  if (versus !== undefined) return [versus];
  const joiner = between.find((at) => conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',');
  const counted = conceptAt(scene, nextContent(scene, first.at - 1, -1))?.kind === 'count';
  const count = between.find((at) => conceptAt(scene, at)?.kind === 'count');
  const divided = scene.bucket !== null || scene.keys.length > 0;
  return joiner === undefined || !(counted || divided) ? null : count === undefined ? [joiner] : [joiner, count];
};

/** "emails sent and orders created": what two events say stands in no message together, so one of them is enough. */
const eitherEvent = (scene: Scene, said: readonly Said[]): void => {
  const [first, second] = said;
  if (first === undefined || second === undefined || said.length > 2) return;
  const events = said.every(({ pred }) => pred.kind === 'text' && pred.text.includes(' '));
  const between = nextContent(scene, first.at + 1);
  const joint = conceptAt(scene, between);
  const joined = joint?.kind === 'conjunction' && joint.op === 'and' && nextContent(scene, between + 1) === second.at;
  if (!events || !joined) return;
  const preds = said.map(({ pred }) => pred);
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter(({ pred }) => !preds.includes(pred)));
  addPred(scene, 'text', { kind: 'or', preds }, first.at);
};

/**
 * "orders created vs payments captured per hour", "how many orders were created and how many emails sent": a column of each,
 * for no message says both.
 */
export const eachMessage = (scene: Scene): void => {
  const said = messagesSaid(scene).toSorted((a, b) => a.at - b.at);
  const [first, ...rest] = said;
  if (first === undefined || rest.length === 0 || scene.metrics.length > 0) return;
  const words: number[] = [];
  for (const [at, second] of rest.entries()) {
    const beside = besideAt(scene, said[at] ?? first, second) ?? (at > 0 ? [] : null);
    if (beside === null) eitherEvent(scene, said);
    if (beside === null || second.name === first.name) return;
    words.push(...beside);
  }
  const count = nextContent(scene, first.at - 1, -1);
  take(scene, ...words, ...(conceptAt(scene, count)?.kind === 'count' ? [count] : []));
  const preds = said.map(({ pred }) => pred);
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter(({ pred }) => !preds.includes(pred)));
  for (const { pred, name } of said) addMetric(scene, { kind: 'count-if', pred, name });
};
