import { conceptAt, fieldAt, markAt, namesField, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';

/** "services with no errors": groups whose count of them is zero. */
export const withNone = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'negation' || !/^(no|without|without any)$/i.test(markAt(scene, at)?.text ?? '')) continue;
    const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'exists');
    const head = nextContent(scene, at - 1, -1, (index) => /^(with|entity)$/.test(conceptAt(scene, index)?.kind ?? ''));
    const field = namesField(scene, head) ? fieldAt(scene, head) : null;
    const severity = conceptAt(scene, next);
    const level = roleField(scene, 'severity');
    if (field === null || severity?.kind !== 'severity' || level === null) continue;
    take(scene, at, next, head);
    addKey(scene, field);
    addMetric(scene, {
      kind: 'count-if',
      pred: { kind: 'compare', field: level, op: '==', value: { kind: 'severity', value: severity.value } },
      name: 'errors',
    });
    scene.having.push({ metric: 'errors', op: '==', value: 0 });
  }
};
