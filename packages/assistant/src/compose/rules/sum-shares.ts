import type { FieldRef } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  isGap,
  isNumeric,
  markAt,
  namesField,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric } from './metrics.ts';

const GOES =
  /^(go|goes|go to|goes to|went|went to|spent|spends|spend|is|are|was|were|come|comes|comes from|came from|coming from|belong|belongs|taken|used|falls|fell)( (to|on|in|into|from))?$/i;

/** "share of the", "how much of the": what the sum is of begins after it. */
const cueAt = (scene: Scene): number =>
  scene.marks.findIndex((mark, at) => {
    const concept = conceptAt(scene, at);
    if (scene.taken.has(at)) return false;
    const much = concept?.kind === 'count' && /^how much$/i.test(mark.text);
    const of = /^of(?: each| every)?$/i.test(markAt(scene, at + 1)?.text ?? '');
    return (concept?.kind === 'ratio' && concept.of === 'any') || (much && of);
  });

/** "of each service's span time": whose sums they are stands before what is summed. */
const isGroupBefore = (scene: Scene, at: number): boolean =>
  /^(?:group|each)$/.test(conceptAt(scene, at)?.kind ?? '') ||
  (/^(?:group|each)$/.test(conceptAt(scene, at - 1)?.kind ?? '') && namesField(scene, at)) ||
  // "of checkout's time"
  (markAt(scene, at)?.meaning.kind === 'value' && /['’]s$/.test(markAt(scene, at)?.text ?? ''));

/** The number whose sum is divided: "the total time", "the duration", "all bytes". */
const summedAt = (scene: Scene, cue: number): { readonly field: FieldRef; readonly used: readonly number[] } | null => {
  const used: number[] = [];
  for (let at = cue + 1; at < scene.marks.length; at++) {
    if (isGroupBefore(scene, at)) continue;
    const concept = conceptAt(scene, at);
    const isTime = /^(time|time spent|run ?time)$/i.test(markAt(scene, at)?.text ?? '');
    const field = isTime ? roleField(scene, 'duration') : namesField(scene, at) ? fieldAt(scene, at) : null;
    if (field !== null && isNumeric(field) && field.role !== 'status') return { field, used: [...used, at] };
    const total = concept?.kind === 'stat' && concept.fn === 'sum';
    if (total) used.push(at);
    else if (!isGap(scene, at) && concept?.kind !== 'entity') return null;
  }
  return null;
};

/** "is database time": spent where a database is named. */
const databaseAfter = (scene: Scene, from: number): Pred | null => {
  const at = scene.marks.findIndex(
    (_, index) =>
      index > from && (conceptAt(scene, index)?.kind === 'database' || fieldAt(scene, index)?.role === 'db'),
  );
  const field = at < 0 ? null : roleField(scene, 'db');
  if (field === null) return null;
  take(scene, at);
  return { kind: 'compare', field, op: '!=', value: { kind: 'null' } };
};

/** "what share of the total time in orders goes to the database": a part of a sum, where a part of the records is none. */
export const sumShares = (scene: Scene): void => {
  const cue = cueAt(scene);
  const summed = cue < 0 ? null : summedAt(scene, cue);
  if (summed === null) return;
  const goes = scene.marks.findLastIndex((mark, at) => at > cue && GOES.test(mark.text));
  const after = scene.preds.filter((found) => found.at > goes && goes >= 0);
  const parts = after.length > 0 ? after : scene.preds.filter((found) => found.source === 'value').slice(-1);
  const database = goes < 0 || after.length > 0 ? null : databaseAfter(scene, goes);
  const [only] = parts;
  if (only === undefined && database === null) return;
  const preds = parts.map((found) => found.pred);
  const part: Pred = database ?? (preds.length === 1 && only !== undefined ? only.pred : { kind: 'and', preds });
  if (database === null)
    scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
  const percent = scene.marks.flatMap((_, at) => (conceptAt(scene, at)?.kind === 'ratio' ? [at] : []));
  take(scene, cue, ...percent, ...summed.used);
  addMetric(scene, { kind: 'ratio', part, of: summed.field, name: 'share' });
  assume(scene, `the share is of the sum of ${summed.field.path.at(-1) ?? 'the field'}`);
};
