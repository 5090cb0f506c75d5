import { conceptAt, conceptsOf, markAt, type Scene, take } from '../scene.ts';

/** "largest deviation today: show that inspection": the record itself is what is ranked, whatever it is called. */
export const thatOne = (scene: Scene): void => {
  if (scene.order?.by !== 'field' || scene.keys.length > 0 || scene.metrics.length > 0) return;
  const path = scene.order.field.path.map((part) => part.toLowerCase());
  for (const at of conceptsOf(scene, 'list')) {
    const [that, thing] = [at + 1, at + 2];
    const said = (markAt(scene, thing)?.text ?? '').toLowerCase();
    const isLast = [undefined, '.', '?'].includes(markAt(scene, thing + 1)?.text);
    if (!/^(?:that|this|its|the)$/i.test(markAt(scene, that)?.text ?? '') || !isLast) continue;
    if (conceptAt(scene, thing)?.kind !== 'entity' && !path.includes(said)) continue;
    take(scene, at, that, thing);
    scene.limit ??= 1;
  }
};
