import { siblingsOf } from '../../catalog/event-codes.ts';
import { addPred, type Scene, take } from '../scene.ts';

const EACH = /^(?:attempts?|tries|events?)$/i;

/** "what share of the sign-in attempts was rejected": of those that were accepted or rejected, not of all records. */
export const eventShares = (scene: Scene): void => {
  for (const metric of scene.metrics) {
    const part = metric.kind === 'ratio' && metric.over === undefined ? metric.part : null;
    if (part?.kind !== 'compare' || part.op !== '==' || part.value.kind !== 'text') continue;
    const all = siblingsOf(scene.index.eventCodes, part.field, part.value.value);
    if (all.length < 2) continue;
    const values = all.map(({ value }) => ({ kind: 'text', value }) as const);
    addPred(scene, 'presence', { kind: 'in', field: part.field, values }, -1);
    for (const [at, { text }] of scene.marks.entries()) if (EACH.test(text)) take(scene, at);
  }
};
