import type { FieldRef } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { asksFigure } from './outcome-sides.ts';

const NONE = /^(without|without any|with no|no|not|(do|does|did)(n['’]t| not)( have| has)?)$/i;
const AGAIN = /^(one|any|it|them)$/i;

const joins = (scene: Scene, at: number): boolean => {
  const kind = conceptAt(scene, at)?.kind;
  return kind === 'conjunction' || kind === 'versus' || markAt(scene, at)?.text === ',';
};

const fieldNamed = (scene: Scene, at: number): FieldRef | null => {
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  return field === null || field.role === 'severity' || field.role === 'message' ? null : field;
};

const isWith = (scene: Scene, at: number): boolean => conceptAt(scene, at)?.kind === 'with';

/** "with a user vs without one", "with and without a user": the field, with all marks that say so. */
const saidBoth = (
  scene: Scene,
  without: number,
): { readonly field: FieldRef; readonly used: readonly number[] } | null => {
  const entity = (at: number): boolean => /^(entity|count|which)$/.test(conceptAt(scene, at)?.kind ?? '');
  const joint = nextContent(scene, without - 1, -1, entity);
  if (!joins(scene, joint)) return null;
  const before = nextContent(scene, joint - 1, -1);
  const after = nextContent(scene, without + 1);
  const named = fieldNamed(scene, after);
  if (isWith(scene, before) && named !== null) return { field: named, used: [before, joint, without, after] };
  const first = fieldNamed(scene, before);
  const has = nextContent(scene, before - 1, -1);
  // "insured vs not insured": a flag is said without a word for having it.
  if (first === null || (!isWith(scene, has) && first.type !== 'bool')) return null;
  const used = [...(isWith(scene, has) ? [has] : []), before, joint, without];
  // "without one" says the thing again, and so may "without a user"; without anything it is left out.
  const one = [without + 1, without + 2, without + 3].find((at) => AGAIN.test(markAt(scene, at)?.text ?? ''));
  if (one !== undefined) return { field: first, used: [...used, one] };
  if (named !== null) return named.path.join() === first.path.join() ? { field: first, used: [...used, after] } : null;
  const ends =
    after < 0 || conceptAt(scene, after)?.kind === 'group' || markAt(scene, after)?.meaning.kind !== 'unknown';
  return ends ? { field: first, used } : null;
};

/** "requests with a user vs without one, per path": a column of those that have it and one of those that lack it; of a flag its values. */
export const presentAndAbsent = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'negation' || !NONE.test(mark.text) || scene.taken.has(at)) continue;
    const said = saidBoth(scene, at);
    if (said === null) continue;
    const { field, used } = said;
    const name = (field.path.at(-1) ?? 'it').replace(/[^A-Za-z0-9_]+/g, '_');
    take(scene, ...used);
    if (field.type === 'bool') {
      addKey(scene, field);
      return;
    }
    const sides = (['!=', '=='] as const).map((op) => ({
      label: `${op === '!=' ? 'with' : 'without'}_${name}`,
      pred: { kind: 'compare', field, op, value: { kind: 'null' } } as const,
    }));
    // A figure is one of each side; counts stand beside each other.
    if (asksFigure(scene)) scene.keys.push({ kind: 'bins', name: 'side', bins: sides });
    else for (const { label, pred } of sides) addMetric(scene, { kind: 'count-if', pred, name: label });
    return;
  }
};
