import type { CompareOp } from '../../ir/query-ir.ts';
import { isNegated } from '../negation.ts';
import { addPred, fieldAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { comparatorAt, OPPOSITE } from './comparators.ts';
import { equals, negate } from './filters.ts';
import { amountAt } from './having.ts';
import { numberedFields } from './numbered-fields.ts';

/** `level = error`, `method equals POST`, `plan == gold`: the word after the operator is a value as it stands. */
export const equalities = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const found = scene.taken.has(at) ? null : comparatorAt(scene, at);
    const next = nextContent(scene, at + 1);
    if (found === null || amountAt(scene, next) !== null) continue;
    compareText(scene, at, next, isNegated(scene, at) ? OPPOSITE[found.op] : found.op);
  }
  numberedFields(scene);
};

const compareText = (scene: Scene, cue: number, next: number, op: CompareOp): void => {
  const before = nextContent(scene, cue - 1, -1);
  const field = namesField(scene, before) ? fieldAt(scene, before) : null;
  const mark = markAt(scene, next);
  if (field === null || mark === undefined || (op !== '==' && op !== '!=')) return;
  take(scene, before, cue, next);
  const written =
    mark.meaning.kind === 'literal' && mark.meaning.token.kind === 'quoted' ? mark.meaning.token.value : mark.text;
  const value =
    mark.meaning.kind === 'value'
      ? (mark.meaning.links.find((link) => link.field.path.join('\0') === field.path.join('\0'))?.value ?? written)
      : written;
  const pred = equals(field, value);
  addPred(scene, 'value', op === '!=' ? negate(pred) : pred, before);
};
