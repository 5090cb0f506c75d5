import { conceptAt, namesField, type Scene } from '../scene.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { addKey } from './groups.ts';
import { thingWithin } from './thing-within.ts';

/** Whether something is named before it that could be counted for each. */
const hasHead = (scene: Scene, cue: number): boolean => {
  const isHead = (at: number): boolean => {
    const concept = conceptAt(scene, at);
    return (
      (namesField(scene, at) && !scene.taken.has(at)) || (concept?.kind === 'entity' && concept.entity === 'trace')
    );
  };
  return scene.keys.length > 0 || whosAt(scene).length > 0 || scene.marks.some((_, at) => at < cue && isHead(at));
};

/** "which jobs failed more than once": where "jobs failed" is one value, each of the jobs is meant that a field tells apart. */
export const oftenEach = (scene: Scene, cue: number): void => {
  if (hasHead(scene, cue)) return;
  const at = scene.marks.findIndex((_, index) => index < cue && thingWithin(scene, index) !== null);
  const field = thingWithin(scene, at);
  if (field === null) return;
  addKey(scene, field);
  withoutAbsent(scene, field, at);
};
