import { linksAt, type Scene } from '../../compose/scene.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import type { Pred, Scalar } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { type Step, saidIn, withoutMarks } from './draft.ts';
import { isOn, isOutcome, wantsValues } from './preds.ts';

const COMPARES =
  /\b(?:compare[ds]?|comparison|vs|versus|as opposed to|in contrast to|than|next to (?:it|that|them)|side by side|alongside|beside (?:it|that))\b/i;

const PLAIN = /^(?:filler|compare|versus|with|preposition|conjunction|edit|comparator|list|which)$/;
const WORDS = /^(?:put|how|does|more|less|higher|lower|worse|better|slower|faster|compare[ds]?)$/i;

/** Whether nothing is said but values and that they are compared. */
const onlyCompares = (marks: readonly Mark[]): boolean =>
  marks.every(
    ({ meaning, text }) =>
      meaning.kind === 'value' ||
      meaning.kind === 'punctuation' ||
      WORDS.test(text) ||
      (meaning.kind === 'concept' && PLAIN.test(meaning.concept.kind)),
  );

const scalarsOf = (pred: Pred): readonly Scalar[] =>
  pred.kind === 'in' ? pred.values : pred.kind === 'compare' ? [pred.value] : [];

/** "compare with eu-west-1", "is that more than in cart?": both values, side by side. */
export const compareValues: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  if (!onlyCompares(marks) || !COMPARES.test(saidIn(marks)) || ir.shape === 'distinct' || ir.related !== null)
    return null;
  const found = marks.flatMap((_, at): { field: FieldRef; value: string; known: Pred }[] =>
    linksAt(scene, at).flatMap(({ field, value }) => {
      const known = ir.where.find((pred) => isOn(pred, field) && wantsValues(pred) && !isOutcome(pred));
      return known === undefined ? [] : [{ field, value, known }];
    }),
  );
  const [first] = found;
  if (first === undefined) return null;
  const { field, known } = first;
  const others = found.filter((each) => each.known === known).map(({ value }): Scalar => ({ kind: 'text', value }));
  const both: Pred = { kind: 'in', field, values: [...scalarsOf(known), ...others] };
  const keyed = ir.keys.some((key) => key.kind === 'field' && isOn(both, key.field));
  const counts = ir.metrics.length === 0;
  const metrics = counts ? ([{ kind: 'count', name: 'count' }] as const) : ir.metrics;
  const series = ir.keys.some(({ kind }) => kind === 'bucket');
  return {
    ir: {
      ...ir,
      where: ir.where.map((pred) => (pred === known ? both : pred)),
      shape: 'table',
      keys: keyed ? ir.keys : [...ir.keys, { kind: 'field', field }],
      metrics,
      order: series ? ir.order : { by: 'column', name: metrics[0]?.name ?? 'count', direction: 'desc' },
      limit: null,
      columns: [],
    },
    marks: withoutMarks(marks, () => true),
  };
};
