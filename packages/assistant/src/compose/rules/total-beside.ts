import { conceptAt, conceptsOf, markAt, nextContent, type Scene, take } from '../scene.ts';

const THEIR = /^(?:their|its|the)$/i;

/** "and their total requests", "and their number of requests": where what is counted of each stands; -1 without it. */
const totalAt = (scene: Scene): number =>
  scene.marks.findIndex(({ text }, at) => {
    if (!THEIR.test(text) || !/^(?:and|with|plus|,)$/i.test(markAt(scene, at - 1)?.text ?? '')) return false;
    const next = nextContent(scene, at + 1);
    const concept = conceptAt(scene, next);
    const counts = concept?.kind === 'count' || (concept?.kind === 'stat' && concept.fn === 'sum');
    const thing = conceptAt(scene, nextContent(scene, counts ? next + 1 : next));
    return counts && thing?.kind === 'entity';
  });

/** "users with more than 3 errors and their total requests": all that each has, beside what is bounded. */
export const totalBeside = (scene: Scene): void => {
  const [bound] = scene.having;
  const counted = scene.metrics.find((metric) => metric.name === bound?.metric);
  const severity = scene.preds.find(({ source }) => /^(?:severity|status|outcome)$/.test(source));
  const their = bound === undefined || counted?.kind !== 'count' || severity === undefined ? -1 : totalAt(scene);
  if (their < 0 || counted === undefined || severity === undefined || severity.at > their) return;
  const last = conceptsOf(scene, 'entity').find((at) => at > their) ?? their;
  for (let at = their; at <= last; at++) take(scene, at);
  scene.preds.splice(scene.preds.indexOf(severity), 1);
  const others = scene.metrics.filter((metric) => metric !== counted);
  const all = { kind: 'count', name: counted.name === 'requests' ? 'all_requests' : 'requests' } as const;
  const only = { kind: 'count-if', pred: severity.pred, name: counted.name } as const;
  scene.metrics.splice(0, scene.metrics.length, only, all, ...others);
};
