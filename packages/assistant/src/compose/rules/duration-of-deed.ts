import { timeOfDeed } from '../measured-times.ts';
import { assume, conceptAt, conceptsOf, hasConcept, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, percentileMetric, statMetric } from './metrics.ts';

const LENGTH = /^(?:lengths?|durations?|how long)$/i;
const LASTS = /^(?:lasts?|lasted|takes?|took)$/i;
/** The share of such questions that mean what records tell of the thing, where they do. */
const toldKeeps = 0.93;

const saysDeed = (scene: Scene, at: number): boolean => markAt(scene, at)?.meaning.kind === 'message';

/** What the length is said to be of: "length of a stoppage", "stoppage duration", "how long does a stoppage last". */
const thingOf = (scene: Scene, at: number): number => {
  const next = nextContent(scene, at + 1);
  if (saysDeed(scene, next)) return next;
  return saysDeed(scene, at - 1) ? at - 1 : -1;
};

/** "median length of a stoppage", where records that say "stopped" have `downtime.minutes`: how long it was, and not the request. */
export const durationOfDeed = (scene: Scene): void => {
  const at = scene.marks.findIndex(({ text }, index) => LENGTH.test(text) && !scene.taken.has(index));
  const thing = at < 0 ? -1 : thingOf(scene, at);
  const field = thing < 0 ? null : timeOfDeed(scene);
  if (field === null || hasConcept(scene, 'superlative') || hasConcept(scene, 'comparator')) return;
  const figures = [...conceptsOf(scene, 'stat'), ...conceptsOf(scene, 'percentile')];
  for (const figure of figures) {
    const concept = conceptAt(scene, figure);
    if (concept?.kind === 'stat') addMetric(scene, statMetric(concept.fn, field));
    if (concept?.kind === 'percentile') addMetric(scene, percentileMetric(concept.p, field));
  }
  if (figures.length === 0) addMetric(scene, statMetric('avg', field));
  const lasts = thing + 1;
  take(scene, at, ...figures, ...(LASTS.test(markAt(scene, lasts)?.text ?? '') ? [lasts] : []));
  assume(scene, `how long it took is ${field.path.join('.')}`, toldKeeps);
};
