import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt, groupByHead } from './conditions.ts';
import { addMetric } from './metrics.ts';

/** "regions with more errors than warnings": both are counted, and only groups where one is more than the other stay. */
export const outnumbers = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const op = /^(more|higher|greater)$/i.test(mark.text) ? '>' : /^(fewer|less|lower)$/i.test(mark.text) ? '<' : null;
    const first = nextContent(scene, at + 1);
    const than = first + 1;
    const second = nextContent(scene, than + 1);
    const compares = /^than$/i.test(markAt(scene, than)?.text ?? '') || conceptAt(scene, than)?.kind === 'versus';
    const one = op === null ? null : conditionAt(scene, first);
    const two = compares ? conditionAt(scene, second) : null;
    // "does A have more errors than B" compares the two and not the errors with one of them.
    const isPlace = (index: number): boolean => markAt(scene, index)?.meaning.kind === 'value';
    if (isPlace(second) && !isPlace(first)) continue;
    if (op === null || one === null || two === null || one.name === two.name) continue;
    const grouped = groupByHead(scene, at);
    take(scene, at, first, than, second);
    addMetric(scene, { kind: 'count-if', pred: one.pred, name: one.name });
    addMetric(scene, { kind: 'count-if', pred: two.pred, name: two.name });
    if (grouped) scene.having.push({ metric: one.name, op, value: { column: two.name } });
  }
};
