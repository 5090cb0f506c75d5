import { assume, conceptAt, conceptsOf, fieldAt, markAt, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const MORE =
  /^(more|busier|higher|bigger|larger|increase|increased|increasing|grow|grew|growing|rise|rose|rising|go up|went up|gone up|going up|worse|got worse|getting worse|worsened|up)$/i;
const SLOWER = /^(slower|slow|slowed)( than)?$/i;
const FASTER = /^(faster|fast|quicker)( than)?$/i;
const FEWER = /^(fewer|less|lower|smaller|decrease|decreased|decreasing|drop|fell|falling|dropped|down)$/i;

const percentilesSaid = (scene: Scene): readonly number[] =>
  scene.marks.flatMap(({ meaning }, at) =>
    meaning.kind === 'literal' && meaning.token.kind === 'percentile' ? [at] : [],
  );

/** "slower than yesterday": the average duration of each range, where each would have been counted. */
const compareDurations = (scene: Scene): boolean => {
  const field = roleField(scene, 'duration');
  if (field === null || scene.compared === null) return false;
  const figures = [...conceptsOf(scene, 'stat'), ...conceptsOf(scene, 'percentile'), ...percentilesSaid(scene)];
  // "is it slower than yesterday? the p95 will do": that of each range.
  if (figures.length > 0 && !scene.marks.some((_, at) => isGroupable(scene, at))) return true;
  for (const { kind, name, ...rest } of scene.compared.metrics)
    if (kind === 'count-if' && 'pred' in rest)
      addMetric(scene, { kind: 'stat', fn: 'avg', field, name, only: rest.pred });
  scene.compared = { ...scene.compared, period: null };
  assume(scene, 'slow and fast are by the average duration');
  return true;
};

/** "which services have more errors than yesterday": both ranges are counted, and only groups that grew stay. */
export const growths = (scene: Scene): void => {
  if (scene.compared === null) return;
  const { newer, older } = scene.compared;
  for (const [at, mark] of scene.marks.entries()) {
    const timed = SLOWER.test(mark.text) || FASTER.test(mark.text);
    const op =
      MORE.test(mark.text) || SLOWER.test(mark.text)
        ? '>'
        : FEWER.test(mark.text) || FASTER.test(mark.text)
          ? '<'
          : null;
    if (op === null || scene.taken.has(at) || (timed && !compareDurations(scene))) continue;
    take(scene, at);
    const head = Array.from({ length: at }, (_, back) => at - 1 - back).find((index) => isGroupable(scene, index));
    const field = head === undefined ? null : fieldAt(scene, head);
    if (head !== undefined && field !== null) {
      take(scene, head);
      addKey(scene, field);
    } else if (head !== undefined) scene.missing.push({ word: markAt(scene, head)?.text ?? '', slot: 'group' });
    const asked = head !== undefined || conceptAt(scene, 0)?.kind === 'which';
    if (scene.keys.some((key) => key.kind === 'field') && asked && (timed || scene.metrics.length === 0))
      scene.having.push({ metric: newer, op, value: { column: older } });
  }
};
