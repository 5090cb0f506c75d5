import { countedByField } from '../counted-by-field.ts';
import { assume, conceptAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const MOST = /^(?:the )?(?:most|fewest|least)$/i;

/** "which shops had the most guests in finished bookings": where each record tells how many guests it is about, they add up. */
export const mostByNumber = (scene: Scene, at: number): boolean => {
  const next = nextContent(scene, at + 1);
  const mark = markAt(scene, next);
  const isThing = mark?.meaning.kind === 'unknown' || namesField(scene, next);
  const grouped = scene.keys.length > 0 || scene.marks.some((_, index) => index < at && isGroupable(scene, index));
  if (!MOST.test(markAt(scene, at)?.text ?? '') || mark?.plural !== true || !isThing || !grouped) return false;
  if (scene.taken.has(next) || scene.metrics.length > 0 || conceptAt(scene, next)?.kind === 'role') return false;
  const numbered = countedByField(scene, next);
  if (numbered === null) return false;
  take(scene, next);
  addMetric(scene, statMetric('sum', numbered));
  assume(scene, `how many there are is told by ${numbered.path.join('.')}`);
  return true;
};
