import { conceptsOf, hasConcept, markAt, nextContent, type Scene, take } from '../scene.ts';
import { isGroupable, takeHead } from './ranking.ts';

/** "which versions of the mailer do we have, and when was each first seen": a time of each of what is asked for. */
export const eachSeen = (scene: Scene): void => {
  const each = conceptsOf(scene, 'each').find((at) => !scene.taken.has(at));
  const asked = conceptsOf(scene, 'which').find((at) => each !== undefined && at < each);
  const when = conceptsOf(scene, 'when').some((at) => each !== undefined && at > each - 3);
  if (each === undefined || asked === undefined || !when || scene.keys.length > 0 || hasConcept(scene, 'group')) return;
  const head = nextContent(scene, asked + 1);
  if (head < 0 || head > each || !isGroupable(scene, head) || markAt(scene, head)?.plural !== true) return;
  if (takeHead(scene, head)) take(scene, each);
};
