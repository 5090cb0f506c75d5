import { countName } from '../../compose/rules/count-name.ts';
import { conceptAt, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { CompareOp, Pred, QueryIR } from '../../ir/query-ir.ts';
import { type Step, withoutMarks } from './draft.ts';
import { isOutcome } from './preds.ts';

const BESIDE = /^(?:filler|preposition|conjunction|with|edit|which|list|punctuation)$/;
const THINGS = /^(?:severity|outcome|entity)$/;

/** What is counted is what was asked for: "more than 10 errors" after errors, and not after requests. */
const isOfBase = (scene: Scene, at: number, { where, dataset }: QueryIR): boolean => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'entity') return concept.entity === 'request' || `${concept.entity}s` === dataset;
  const isSeverity = (pred: Pred): boolean =>
    pred.kind === 'compare' &&
    pred.value.kind === 'severity' &&
    concept?.kind === 'severity' &&
    pred.value.value === concept.value;
  return where.some(concept?.kind === 'severity' && dataset === 'logs' ? isSeverity : isOutcome);
};

interface Bound {
  readonly op: CompareOp;
  readonly value: number;
}

/** "more than 10 errors", "those with at least 5": a bound of a number, and nothing beside it but what is counted. */
const boundIn = (scene: Scene, ir: QueryIR): Bound | null => {
  const kinds = scene.marks.map(({ meaning }, at) => conceptAt(scene, at)?.kind ?? meaning.kind);
  // "only above 1000" of groups may be of what their records have.
  if (ir.shape === 'table' && !kinds.some((kind) => THINGS.test(kind))) return null;
  const at = kinds.indexOf('amount');
  const amount = scene.marks[at]?.meaning;
  const said = conceptAt(scene, at - 1);
  if (amount?.kind !== 'amount' || amount.unit !== null || said?.kind !== 'comparator' || said.of !== null) return null;
  const rest = [...kinds.keys()].filter((index) => index !== at && index !== at - 1);
  const known = rest.every(
    (index) => BESIDE.test(kinds[index] ?? '') || (THINGS.test(kinds[index] ?? '') && isOfBase(scene, index, ir)),
  );
  return known ? { op: said.op, value: amount.value } : null;
};

const present = (field: FieldRef, { where }: QueryIR, { data }: Scene): readonly Pred[] => {
  const known = data.fields.find(({ ref }) => sameField(ref, field));
  const said = where.some((pred) => 'field' in pred && pred.field !== null && sameField(pred.field, field));
  if (said || known === undefined || known.source.presence >= 1) return [];
  return [{ kind: 'compare', field, op: '!=', value: { kind: 'null' } }];
};

/** "which users had errors today" > "more than 10 errors", "at least 5 times": those of them that had so many. */
export const boundOfThings: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const [field] = ir.shape === 'distinct' ? ir.columns : [];
  const [metric] = ir.metrics;
  const grouped = ir.shape === 'table' && ir.keys.length > 0 && ir.metrics.length === 1 && metric?.kind === 'count';
  const isOne = field !== undefined && ir.columns.length === 1;
  const bound = (isOne || grouped) && ir.related === null ? boundIn(scene, ir) : null;
  if (bound === null) return null;
  const name = metric?.name ?? countName(about.scene);
  const having = [...ir.having.filter(({ op }) => op[0] !== bound.op[0]), { metric: name, ...bound }];
  const rest = withoutMarks(marks, () => true);
  if (field === undefined) return { ir: { ...ir, having }, marks: rest };
  return {
    ir: {
      ...ir,
      where: [...ir.where, ...present(field, ir, about.scene)],
      shape: 'table',
      keys: [{ kind: 'field', field }],
      metrics: [{ kind: 'count', name }],
      having,
      order: { by: 'column', name, direction: 'desc' },
      columns: [],
    },
    marks: rest,
  };
};
