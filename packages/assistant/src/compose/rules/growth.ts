import { conceptAt, fieldAt, markAt, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';

const MORE = /^(more|higher|bigger|larger|increase|increased|increasing|grew|rise|rose|worse|up)$/i;
const FEWER = /^(fewer|less|lower|smaller|decrease|decreased|fell|dropped|down)$/i;

/** "which services have more errors than yesterday": both ranges are counted, and only groups that grew stay. */
export const growths = (scene: Scene): void => {
  if (scene.compared === null) return;
  const { newer, older } = scene.compared;
  for (const [at, mark] of scene.marks.entries()) {
    const op = MORE.test(mark.text) ? '>' : FEWER.test(mark.text) ? '<' : null;
    if (op === null || scene.taken.has(at)) continue;
    take(scene, at);
    const head = Array.from({ length: at }, (_, back) => at - 1 - back).find((index) => isGroupable(scene, index));
    const field = head === undefined ? null : fieldAt(scene, head);
    if (head !== undefined && field !== null) {
      take(scene, head);
      addKey(scene, field);
    } else if (head !== undefined) scene.missing.push({ word: markAt(scene, head)?.text ?? '', slot: 'group' });
    const asked = head !== undefined || conceptAt(scene, 0)?.kind === 'which';
    if (scene.keys.some((key) => key.kind === 'field') && asked && scene.metrics.length === 0)
      scene.having.push({ metric: newer, op, value: { column: older } });
  }
};
