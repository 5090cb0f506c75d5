import { conceptAt, conceptsOf, markAt, namesField, nextContent, type Scene } from '../scene.ts';
import { isGroupable } from './ranking.ts';

/** "of each", "per", "for each": right behind the thing it says whose first ones are asked for. */
const WITHIN = /^(?:per|(?:of|for|in|on|by) (?:each|every)|each)$/i;

/** What stands between the number and the thing: "top 3 slowest routes". */
const describes = (scene: Scene, at: number): boolean =>
  /^(?:superlative|severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? '') ||
  /^(?:amount|value)$/.test(markAt(scene, at)?.meaning.kind ?? '');

/**
 * "top 3 slowest paths of each service, by average duration": so many of each, though a figure says by what they are ranked.
 * What is ranked is told apart already, within the groups.
 */
export const topWithinEach = (scene: Scene): void => {
  if (scene.limit === null || scene.perGroup !== null || scene.keys.length !== 2 || scene.metrics.length === 0) return;
  for (const at of conceptsOf(scene, 'cut')) {
    const head = nextContent(scene, at + 1, 1, (index) => describes(scene, index));
    const whose = nextContent(scene, head + 2);
    const within = WITHIN.test(markAt(scene, head + 1)?.text ?? '');
    if (head < 0 || !within || !namesField(scene, head) || !namesField(scene, whose)) continue;
    if (isGroupable(scene, head) || isGroupable(scene, whose)) continue;
    scene.perGroup = scene.limit;
    scene.limit = null;
  }
};
