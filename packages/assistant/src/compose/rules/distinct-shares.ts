import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { conceptAt, conceptsOf, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

/** The things a share is of: "percentage of users", "what share of the pods". */
const sharedAt = (scene: Scene, ratio: number): { readonly at: number; readonly field: FieldRef } | null => {
  const concept = conceptAt(scene, ratio);
  const at = nextContent(scene, ratio + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'value');
  const field = isGroupable(scene, at) && markAt(scene, at)?.plural === true ? fieldAt(scene, at) : null;
  if (concept?.kind !== 'ratio' || concept.of !== 'any' || field === null || field.role === 'message') return null;
  const grouped = scene.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
  return grouped ? null : { at, field };
};

/** "what share of the users had an error": of the users, and not of what they did. */
export const distinctShares = (scene: Scene): void => {
  for (const ratio of conceptsOf(scene, 'ratio')) {
    const shared = scene.taken.has(ratio) ? null : sharedAt(scene, ratio);
    if (shared === null) continue;
    const parts = scene.preds.filter((found) => found.at > shared.at);
    const [only] = parts;
    if (only === undefined) continue;
    scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
    const part = parts.length === 1 ? only.pred : ({ kind: 'and', preds: parts.map(({ pred }) => pred) } as const);
    addMetric(scene, { kind: 'ratio', part, of: shared.field, name: 'share' });
    take(scene, ratio, shared.at);
  }
};
