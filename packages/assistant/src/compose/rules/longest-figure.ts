import { isTimed } from '../own-figure.ts';
import { conceptAt, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isSingular, takeLimit } from './ranking.ts';

/** "the longest wait today", "shortest stay per hotel": a time that records have under that name, and not how long a request took. */
export const longestFigure = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'superlative' || concept.by !== 'duration' || scene.taken.has(at)) continue;
    if (!/(?:longest|shortest)$/i.test(mark.text)) continue;
    const next = nextContent(scene, at + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'amount');
    const field = markAt(scene, next)?.meaning.kind === 'field' ? fieldAt(scene, next) : null;
    if (field === null || field.role !== null || !isTimed(field)) continue;
    take(scene, at, next);
    if (scene.keys.length > 0) {
      addMetric(scene, statMetric(concept.descending ? 'max' : 'min', field));
      continue;
    }
    const limited = takeLimit(scene, at);
    scene.order = { by: 'field', field, direction: concept.descending ? 'desc' : 'asc' };
    if (!limited && isSingular(scene, next)) scene.limit = 1;
  }
};
