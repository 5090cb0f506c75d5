import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';

const NONE = /^(without|without any|no|not|non)$/i;

/** "requests with errors and requests without": two classes of the same records, for none can be both. */
export const withAndWithout = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'negation' || !NONE.test(mark.text)) continue;
    const next = nextContent(scene, at + 1, 1, (index) => /^(entity|with)$/.test(conceptAt(scene, index)?.kind ?? ''));
    const without = conditionAt(scene, next);
    const earlier = scene.marks.findIndex(
      (_, index) => index < at && without !== null && conditionAt(scene, index)?.name === without.name,
    );
    // "with errors and without" names the condition once.
    const before =
      earlier >= 0 ? earlier : scene.marks.findIndex((_, index) => index < at && conditionAt(scene, index) !== null);
    const joined = scene.marks.some(
      (other, index) =>
        index > before &&
        index < at &&
        (conceptAt(scene, index)?.kind === 'conjunction' ||
          conceptAt(scene, index)?.kind === 'versus' ||
          other.text === ','),
    );
    const condition = conditionAt(scene, before);
    if (condition === null || !joined || (earlier < 0 && without !== null)) continue;
    const ends = earlier >= 0 || nextContent(scene, at + 1) < 0 || markAt(scene, next)?.meaning.kind === 'time';
    if (!ends) continue;
    take(scene, at, before, ...(earlier >= 0 ? [next] : []));
    const none: Pred = { kind: 'not', pred: condition.pred };
    scene.keys.push({
      kind: 'bins',
      name: 'class',
      bins: [
        { label: `with ${condition.name}`, pred: condition.pred },
        { label: `without ${condition.name}`, pred: none },
      ],
    });
  }
};
