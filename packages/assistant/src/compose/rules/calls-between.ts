import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';

const CALLS = /^(?:calls?|call|called|calling|talks? to|uses?|invokes?)$/i;
const OTHER = /^(?:which|what|whom|who|each other|which other|which others)$/i;

const isService = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'role' && concept.role === 'service';
};

/**
 * "which service calls which, and how often?": a table of callers and those they call joins the spans with their parents,
 * which no answer here does. A count of the records of each service would be another thing.
 */
export const callsBetween = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const other = nextContent(scene, at + 1);
    const asks = isService(scene, nextContent(scene, at - 1, -1)) && OTHER.test(markAt(scene, other)?.text ?? '');
    if (!CALLS.test(text) || !asks) continue;
    take(scene, at, other);
    scene.missing.push({ word: `${text} ${markAt(scene, other)?.text}`, slot: 'group' });
  }
};
