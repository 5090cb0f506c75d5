import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const PER_MANY = new Set([10, 100, 1_000, 10_000, 100_000, 1_000_000]);

/** "errors per 1000 requests by service": a rate of so many records, not a group nor a limit. */
export const perMany = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const amount = markAt(scene, at + 1)?.meaning;
    const thing = nextContent(scene, at + 2);
    if (conceptAt(scene, at)?.kind !== 'group' || amount?.kind !== 'amount' || amount.unit !== null) continue;
    if (!PER_MANY.has(amount.value) || conceptAt(scene, thing)?.kind !== 'entity') continue;
    const found = scene.preds.findLast(
      (entry) => entry.at < at && /^(severity|outcome|status|text)$/.test(entry.source),
    );
    if (found === undefined) continue;
    scene.preds.splice(scene.preds.indexOf(found), 1);
    take(scene, at, at + 1, thing);
    addMetric(scene, { kind: 'ratio', part: found.pred, name: `per_${amount.value}`, per: amount.value });
  }
};
