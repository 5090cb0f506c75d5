import type { Reading } from '../compose/compose.ts';
import { conceptAt, type Scene } from '../compose/scene.ts';
import type { Mark } from '../link/mark.ts';
import { asksForRows, asksForThose, pointsAtAll, ranksNothing } from './is-edit.ts';
import type { ResultShape } from './merge.ts';

const isAdding = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'edit' && concept.edit === 'add';
};

/** Whether an edit asks for the records, for their number, or for what the question before gave. */
export const wantedShape = (base: Reading, reading: Reading, marks: readonly Mark[]): ResultShape => {
  if (asksForRows(marks)) return 'rows';
  if (base.ir.shape === 'count' && (asksForThose(marks) || ranksNothing(marks))) return 'rows';
  const { scene } = reading;
  // "how many of those failed?" of each group that is shown; "which of those failed?" of what was only counted.
  if (pointsAtAll(marks) && scene.preds.length > 0) {
    if (base.ir.keys.length > 0) return 'same';
    // "how many of them failed?" of different users.
    if (base.ir.metrics.length === 1 && base.ir.metrics[0]?.kind === 'distinct' && scene.metrics.length === 0)
      return 'same';
    if (base.ir.shape === 'count' && !scene.counted) return 'rows';
  }
  const added = base.ir.keys.length > 0 && scene.marks.some((_, at) => isAdding(scene, at));
  const bare =
    scene.counted &&
    !added &&
    scene.keys.length === 0 &&
    scene.metrics.length === 0 &&
    scene.bucket === null &&
    !scene.marks.some((_, at) => conceptAt(scene, at)?.kind === 'cut');
  return bare ? 'count' : 'same';
};
