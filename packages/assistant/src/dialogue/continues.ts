import type { Reading } from '../compose/compose.ts';
import { conceptAt, fieldAt, type Scene } from '../compose/scene.ts';
import type { Pred } from '../ir/query-ir.ts';
import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import { clausesOf } from './clauses.ts';
import { isEdit, subjectsOf } from './is-edit.ts';
import { standsFor } from './merge-where.ts';
import { namesOtherData } from './other-data.ts';
import { pointsThere } from './points-there.ts';
import { isSpent } from './steps/draft.ts';
import { ofEachThing } from './steps/of-each-thing.ts';
import { isOn, wantsValues } from './steps/preds.ts';
import { stepsOf } from './steps/steps.ts';

const isSeverity = ({ meaning }: Pick<Mark, 'meaning'>): boolean =>
  meaning.kind === 'concept' && meaning.concept.kind === 'severity';
const isOfSeverity = (pred: Pred): boolean => wantsValues(pred) && 'field' in pred && pred.field?.role === 'severity';

/** "orders?", "plus orders", "mailer and orders": nothing but values of a field that was asked for. */
const namesOnlyValues = (base: Reading, marks: readonly Mark[]): boolean => {
  // "warnings?" asks for them too; "warnings" may be a new question.
  const asks = /\?$|\b(?:please|and)\b/i.test(marks.map(({ text }) => text).join(' '));
  if (!marks.some((mark) => mark.meaning.kind === 'value' || isSeverity(mark))) return false;
  return marks.every(
    ({ meaning }) =>
      meaning.kind === 'punctuation' ||
      (meaning.kind === 'concept' && /^(filler|conjunction|preposition|edit|negation)$/.test(meaning.concept.kind)) ||
      (asks && isSeverity({ meaning }) && base.ir.where.some(isOfSeverity)) ||
      (meaning.kind === 'value' &&
        meaning.links.some(
          ({ dataset, field }) =>
            dataset === base.ir.dataset &&
            base.ir.where.some(
              (pred) => wantsValues(pred) && (isOn(pred, field) || standsFor(pred, field, base.scene)),
            ),
        )),
  );
};

const FIGURE = /^(?:stat|percentile|percentiles|ratio)$/;

/** "average response time?", "success rate": a figure of nothing, so of what was asked for. */
const namesOnlyFigure = (base: Reading, marks: readonly Mark[]): boolean => {
  const kinds = marks.flatMap(({ meaning }) => (meaning.kind === 'concept' ? [meaning.concept] : []));
  const percentile = marks.some(({ meaning }) => meaning.kind === 'literal' && meaning.token.kind === 'percentile');
  const plain = marks.every(
    ({ meaning }) =>
      /^(?:concept|punctuation)$/.test(meaning.kind) ||
      (meaning.kind === 'literal' && meaning.token.kind === 'percentile'),
  );
  return (
    plain &&
    (base.ir.where.length > 0 || base.ir.keys.length > 0) &&
    (percentile || kinds.some(({ kind }) => FIGURE.test(kind))) &&
    kinds.every(
      (concept) =>
        FIGURE.test(concept.kind) ||
        /^(?:filler|which)$/.test(concept.kind) ||
        (concept.kind === 'role' && concept.role === 'duration'),
    )
  );
};

/**
 * "average duration per table", "p95 by route" after conditions on records: a figure of these records, by what they have.
 * Where groups are shown already, a figure of another field goes on with them: "average size in bytes".
 */
const namesFigureOfThem = (base: Reading, marks: readonly Mark[]): boolean => {
  const scene: Scene = { ...base.scene, marks };
  const [first] = marks;
  const kinds = marks.map((_, at) => conceptAt(scene, at)?.kind ?? '');
  const isPercentile = ({ meaning }: Mark): boolean =>
    meaning.kind === 'literal' && meaning.token.kind === 'percentile';
  if (first === undefined || !(FIGURE.test(kinds[0] ?? '') || isPercentile(first))) return false;
  if (base.ir.where.length === 0 || base.ir.related !== null) return false;
  const plain = marks.every(
    (mark, at) =>
      isPercentile(mark) ||
      FIGURE.test(kinds[at] ?? '') ||
      /^(?:group|filler|preposition|conjunction)$/.test(kinds[at] ?? '') ||
      mark.meaning.kind === 'punctuation' ||
      fieldAt(scene, at) !== null,
  );
  return plain && (base.ir.shape === 'rows' || (base.ir.shape === 'table' && !kinds.includes('group')));
};

/** "from which accounts, and how many each?": each part is a way to go on from what the parts before it gave. */
const areSteps = (base: Reading, clauses: readonly (readonly Mark[])[], now: bigint): boolean => {
  let { ir } = base;
  for (const marks of clauses) {
    const draft = { ir, marks };
    const stepped = stepsOf(draft, { scene: base.scene, now });
    if (stepped === draft || !isSpent(stepped.marks)) return false;
    ir = stepped.ir;
  }
  return true;
};

/** Whether the question changes the one before: by itself, or by what it says of that one. */
export const continues = (base: Reading, { marks, nowNanos }: Linked): boolean => {
  if (isEdit(marks) || namesOtherData(base, marks) || pointsThere(base, marks)) return true;
  const draft = { ir: base.ir, marks };
  const stepped = stepsOf(draft, { scene: base.scene, now: nowNanos });
  // "how many requests did each get?" names no group but the thing that was listed.
  if (ofEachThing(draft, { scene: base.scene, now: nowNanos }) !== null) return true;
  if (namesOnlyValues(base, marks) || namesOnlyFigure(base, marks) || namesFigureOfThem(base, marks)) return true;
  const clauses = clausesOf(marks);
  if (clauses.length > 1 && areSteps(base, clauses, nowNanos)) return true;
  if (stepped === draft) return false;
  const rest = stepped.marks.filter(({ text }) => text !== '');
  const first = rest.findIndex(({ meaning }) => meaning.kind !== 'punctuation');
  if (namesOnlyFigure(base, rest)) return true;
  return isSpent(rest) || (subjectsOf(rest).length === 0 && isEdit(rest.slice(Math.max(0, first))));
};
