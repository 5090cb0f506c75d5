import type { Reading } from '../compose/compose.ts';
import type { FoundPred, Scene } from '../compose/scene.ts';
import { conceptAt } from '../compose/scene.ts';
import { type FieldRef, sameField } from '../ir/field-ref.ts';
import type { Metric, Pred, QueryIR } from '../ir/query-ir.ts';
import { isOutcome } from './steps/preds.ts';

const fieldOf = (pred: Pred): FieldRef | null => {
  if (pred.kind === 'and' || pred.kind === 'or') return pred.preds[0] === undefined ? null : fieldOf(pred.preds[0]);
  if (pred.kind === 'not') return fieldOf(pred.pred);
  return 'field' in pred ? pred.field : null;
};

const alike = (a: Pred, b: Pred): boolean => {
  const [one, two] = [fieldOf(a), fieldOf(b)];
  return one !== null && two !== null && sameField(one, two);
};

const onlyNew = (edit: Scene): FoundPred | null => {
  const [found] = edit.preds;
  const plain = edit.metrics.length === 0 && edit.keys.length === 0 && edit.preds.length === 1;
  return plain && found !== undefined ? found : null;
};

/** "and 503?" after the share of 404s: the share of these, for a filter would leave none of what it is a share of. */
const otherShare = ({ ir: base }: Reading, found: FoundPred): QueryIR | null => {
  const [metric] = base.metrics;
  if (metric?.kind !== 'ratio' || base.metrics.length > 1 || !alike(metric.part, found.pred)) return null;
  const next: Metric = { ...metric, part: found.pred, name: 'rate' };
  const order =
    base.order?.by === 'column' && base.order.name === metric.name ? { ...base.order, name: 'rate' } : base.order;
  return { ...base, metrics: [next], shape: 'table', order };
};

const BESIDE =
  /\b(?:next to (?:it|that|them|those)|beside (?:it|that|them|those)|alongside|side by side|separately|as (?:another|a second|its own|an extra) column)\b/i;

const nameOf = (edit: Scene, { at }: FoundPred, taken: string): string => {
  const text = (edit.marks[at]?.text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, 's_');
  return text === '' || text === taken ? 'others' : text;
};

/** "and the successful ones next to it" after counts of failed ones: no record is both, so each is a column. */
const besideIt = ({ ir: base, scene }: Reading, edit: Scene, found: FoundPred): QueryIR | null => {
  const said = edit.marks.map(({ text }) => text).join(' ');
  const own = base.where.find((pred) => isOutcome(pred) && alike(pred, found.pred));
  const counts = base.metrics.every(({ kind }) => kind === 'count') && base.shape !== 'distinct';
  const outcome = /^(?:severity|outcome|status)$/.test(conceptAt(edit, found.at)?.kind ?? found.source);
  if (own === undefined || !counts || !outcome || !BESIDE.test(said) || base.related !== null) return null;
  const [count] = base.metrics;
  const asked = scene.preds.find(({ pred }) => pred === own);
  const first = asked === undefined ? 'counted' : nameOf(scene, asked, '');
  const metrics: readonly Metric[] = [
    { kind: 'count-if', pred: own, name: first },
    { kind: 'count-if', pred: found.pred, name: nameOf(edit, found, first) },
  ];
  return {
    ...base,
    shape: 'table',
    where: base.where.filter((pred) => pred !== own),
    metrics,
    columns: [],
    order: base.order?.by === 'column' && base.order.name === count?.name ? { ...base.order, name: first } : base.order,
  };
};

/** Another part of what was computed before; null where the edit says none. */
export const otherPart = (base: Reading, edit: Scene): QueryIR | null => {
  const found = onlyNew(edit);
  return found === null ? null : (otherShare(base, found) ?? besideIt(base, edit, found));
};
