import { fieldText } from '../../ir/field-ref.ts';
import { addPred, type Scene } from '../scene.ts';

/** "cache hit rate": a share of the records that tell whether they hit; those of services without a cache are no misses. */
export const flagRatios = (scene: Scene): void => {
  for (const metric of scene.metrics) {
    const part = metric.kind === 'ratio' ? metric.part : null;
    if (part?.kind !== 'compare' || part.field.type !== 'bool' || !scene.data.services.has(fieldText(part.field)))
      continue;
    const known = scene.preds.some(({ pred }) => pred.kind === 'compare' && pred.field === part.field);
    if (!known) addPred(scene, 'presence', { ...part, op: '!=', value: { kind: 'null' } }, -1);
  }
};
