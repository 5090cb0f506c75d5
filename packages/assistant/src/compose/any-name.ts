import type { DatasetIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { listsAll } from '../catalog/lists-all.ts';
import { otherNames } from '../catalog/other-names.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import { fieldsIn } from '../ir/fields-in.ts';
import type { Metric, Pred, QueryIR, Scalar } from '../ir/query-ir.ts';
import { type Focus, mostHomes, servicesKept } from '../link/focus.ts';

type OnField = Extract<Pred, { readonly kind: 'compare' | 'in' }>;
type Names = ReadonlyMap<string, readonly FieldEntry[]>;

/** Whether a condition on a field holds of records that do not have it. */
const holdsWithout = (pred: OnField): boolean =>
  pred.kind === 'compare' && (pred.op === '!=') !== (pred.value.kind === 'null');

/** Whether the field can be what is asked for: one that lists all its values must have it. */
const mayHold = (pred: OnField, entry: FieldEntry): boolean => {
  const values: readonly Scalar[] = pred.kind === 'in' ? pred.values : pred.op === '==' ? [pred.value] : [];
  const texts = values.flatMap((value) => (value.kind === 'null' ? [] : [String(value.value)]));
  return texts.length === 0 || !listsAll(entry) || entry.source.values.some(({ value }) => texts.includes(value));
};

const widePred = (pred: Pred, names: Names): Pred => {
  switch (pred.kind) {
    case 'compare':
    case 'in': {
      const others = (names.get(fieldText(pred.field)) ?? []).filter((entry) => mayHold(pred, entry));
      if (others.length === 0) return pred;
      const preds = [pred, ...others.map(({ ref }): Pred => ({ ...pred, field: ref }))];
      return { kind: holdsWithout(pred) ? 'and' : 'or', preds };
    }
    case 'not':
      return { ...pred, pred: widePred(pred.pred, names) };
    case 'and':
    case 'or':
      return { ...pred, preds: pred.preds.map((part) => widePred(part, names)) };
    case 'against':
    case 'text':
    case 'time':
    case 'recurring':
      return pred;
  }
};

const wideMetric = (metric: Metric, names: Names): Metric => {
  switch (metric.kind) {
    case 'count-if':
      return { ...metric, pred: widePred(metric.pred, names) };
    case 'ratio':
      return { ...metric, part: widePred(metric.part, names) };
    case 'change':
      return { ...metric, one: wideMetric(metric.one, names), other: wideMetric(metric.other, names) };
    case 'elapsed':
      return { ...metric, from: widePred(metric.from, names), to: widePred(metric.to, names) };
    case 'count':
    case 'distinct':
    case 'stat':
    case 'percentile':
      return metric;
  }
};

/** Fields that something is computed of or that records are grouped by: there one name has to do. */
const shown = ({ keys, metrics, columns }: QueryIR): ReadonlySet<string> =>
  new Set(
    [
      ...keys.flatMap((key): readonly FieldRef[] => ('field' in key ? [key.field] : [])),
      ...metrics.flatMap((metric) => ('field' in metric ? [metric.field] : [])),
      ...columns,
    ].map(fieldText),
  );

/** The services that a query is about, whatever they call its fields. */
const focusOfQuery = (ir: QueryIR, data: DatasetIndex): Focus => {
  const kept = servicesKept(ir.where);
  if (kept.size > 0) return kept;
  const called = fieldsIn(ir).map((field) => [field, ...otherNames(field, data).map(({ ref }) => ref)]);
  return mostHomes(called, data);
};

/** The conditions of a query hold of a thing by each name that its services have for it. */
export const byAnyName = (ir: QueryIR, data: DatasetIndex): QueryIR => {
  if (data.services.size === 0) return ir;
  const single = shown(ir);
  const focus = focusOfQuery(ir, data);
  const names: Names = new Map(
    fieldsIn({ ...ir, related: null }).flatMap((field) => {
      if (single.has(fieldText(field)) || field.role === 'message') return [];
      const own = data.services.get(fieldText(field));
      const others = otherNames(field, data).filter(({ services }) =>
        [...(services?.keys() ?? [])].some((service) => (focus?.has(service) ?? true) && own?.has(service) !== true),
      );
      return others.length === 0 ? [] : [[fieldText(field), others] as const];
    }),
  );
  if (names.size === 0) return ir;
  return {
    ...ir,
    where: ir.where.map((pred) => widePred(pred, names)),
    metrics: ir.metrics.map((metric) => wideMetric(metric, names)),
  };
};

const fieldless = (pred: Pred): string => JSON.stringify({ ...pred, field: null });

const narrowPred = (pred: Pred, data: DatasetIndex): Pred => {
  if (pred.kind === 'not') return { ...pred, pred: narrowPred(pred.pred, data) };
  if (pred.kind !== 'and' && pred.kind !== 'or') return pred;
  const [first, ...rest] = pred.preds;
  const names =
    first !== undefined && 'field' in first && first.field !== null
      ? otherNames(first.field, data).map(({ ref }) => fieldText(ref))
      : [];
  const isSame = (other: Pred): boolean =>
    first !== undefined &&
    'field' in other &&
    other.field !== null &&
    names.includes(fieldText(other.field)) &&
    fieldless(other) === fieldless(first);
  if (first !== undefined && rest.length > 0 && rest.every(isSame)) return first;
  return { ...pred, preds: pred.preds.map((part) => narrowPred(part, data)) };
};

/** The query with one name for each thing, as it is edited. */
export const byOneName = (ir: QueryIR, data: DatasetIndex): QueryIR =>
  data.services.size === 0 ? ir : { ...ir, where: ir.where.map((pred) => narrowPred(pred, data)) };
