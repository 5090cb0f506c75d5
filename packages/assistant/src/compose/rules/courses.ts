import { conceptAt, markAt, type Scene, take } from '../scene.ts';

const HOW = /^how( (did|has|have|do|does|is|are|was|were))?( the| our)?$/i;
const MOVED =
  /^(chang(e|es|ed|ing)|develop(s|ed|ing)?|evolv(e|es|ed|ing)|var(y|ies|ied|ying)|progress(es|ed|ing)?|mov(e|es|ed|ing)|trend(s|ed|ing)?|fluctuat(e|es|ed|ing)|go|gone|going|look|looked|looking)$/i;

/** "how did errors change over the last 24 hours?": what is asked for is their course. */
export const courses = (scene: Scene): void => {
  const how = scene.marks.findIndex((mark) => HOW.test(mark.text));
  const moved = scene.marks.findIndex((mark, at) => at > how && MOVED.test(mark.text));
  if (how < 0 || moved < 0 || scene.bucket !== null || scene.compared !== null || scene.taken.has(moved)) return;
  // "how did it change compared to the other regions" compares.
  if (scene.marks.some((_, at) => /^(versus|compare)$/.test(conceptAt(scene, at)?.kind ?? ''))) return;
  if (!/^(chang|dev|evol|var|prog|mov|trend|fluct)/i.test(markAt(scene, moved)?.text ?? '') && !scene.timeSaid) return;
  // "how has latency evolved": here nothing is had.
  const auxiliary = /^(has|have|had)$/i.test(markAt(scene, how + 1)?.text ?? '') ? [how + 1] : [];
  take(scene, how, moved, ...auxiliary);
  scene.bucket = 'auto';
};
