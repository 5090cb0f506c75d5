import { addPred, conceptAt, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';

const TOOK = /^(?:that|which|took|takes|take|lasted|lasts|ran|runs|running|being|were|are)$/i;

/**
 * "jobs longer than a minute", "uploads that took over 2 s": records that tell of one are what is bounded, and not whatever
 * took as long.
 */
export const boundedThing = (scene: Scene, cue: number): void => {
  const thing = nextContent(scene, cue - 1, -1, (at) => TOOK.test(markAt(scene, at)?.text ?? ''));
  const mark = markAt(scene, thing);
  const field = fieldAt(scene, thing);
  if (mark === undefined || scene.taken.has(thing) || mark.meaning.kind !== 'field' || !mark.plural) return;
  if (field === null || field.type !== 'string' || field.role !== null) return;
  // "which jobs took longer": they are what is asked for.
  if (/^(?:which|group|count|distinct)$/.test(conceptAt(scene, nextContent(scene, thing - 1, -1))?.kind ?? '')) return;
  take(scene, thing);
  addPred(scene, 'presence', { kind: 'compare', field, op: '!=', value: { kind: 'null' } }, thing);
};
