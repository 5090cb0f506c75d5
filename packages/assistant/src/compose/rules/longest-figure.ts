import { isTimed } from '../own-figure.ts';
import { conceptAt, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isSingular, takeLimit } from './ranking.ts';

/** "the guest with the longest stay in each hotel": the record that tells who it was, and not how long alone. */
const isOneOfEach = (scene: Scene, at: number): boolean => {
  const cue = nextContent(scene, at - 1, -1);
  const thing = conceptAt(scene, cue)?.kind === 'with' ? nextContent(scene, cue - 1, -1) : -1;
  const named = /^(?:value|field|unknown|message)$/.test(markAt(scene, thing)?.meaning.kind ?? '');
  const isOne = named && markAt(scene, thing)?.plural === false && scene.metrics.length === 0;
  if (isOne && scene.keys.some(({ kind }) => kind === 'field')) {
    take(scene, thing);
    return true;
  }
  return false;
};

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
    if (isOneOfEach(scene, at)) {
      scene.order = { by: 'field', field, direction: concept.descending ? 'desc' : 'asc' };
      scene.perGroup = 1;
      withoutAbsent(scene, field, next);
      continue;
    }
    if (scene.keys.length > 0) {
      addMetric(scene, statMetric(concept.descending ? 'max' : 'min', field));
      continue;
    }
    const limited = takeLimit(scene, at);
    scene.order = { by: 'field', field, direction: concept.descending ? 'desc' : 'asc' };
    if (!limited && isSingular(scene, next)) scene.limit = 1;
  }
};
