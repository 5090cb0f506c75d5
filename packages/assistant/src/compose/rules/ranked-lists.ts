import { conceptAt, conceptsOf, markAt, nextContent, type Scene } from '../scene.ts';
import { isGroupable, takeHead } from './ranking.ts';

/** "which shops got 429 today, most first": what is listed is ranked by how many records each has. */
export const rankedLists = (scene: Scene): void => {
  const ranked = conceptsOf(scene, 'ordered').some((at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'ordered' && concept.by === 'metric' && !scene.taken.has(at);
  });
  const nothingElse =
    scene.keys.length === 0 && scene.metrics.length === 0 && scene.order === null && scene.bucket === null;
  if (!ranked || !nothingElse || scene.columns.length > 0) return;
  const asked = [...conceptsOf(scene, 'which'), ...conceptsOf(scene, 'list')].find((at) => !scene.taken.has(at));
  const head = asked === undefined ? -1 : nextContent(scene, asked + 1);
  if (head < 0 || !isGroupable(scene, head) || markAt(scene, head)?.plural !== true) return;
  if (takeHead(scene, head)) scene.counted = true;
};
