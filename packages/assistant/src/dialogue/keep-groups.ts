import { conceptAt, markAt, type Scene } from '../compose/scene.ts';
import { convertAmount } from '../compose/units.ts';
import type { CompareOp, Metric, QueryIR } from '../ir/query-ir.ts';
import { amountOfRecords } from './amount-of-records.ts';

const opAt = (scene: Scene, at: number): CompareOp | null => {
  const concept = conceptAt(scene, at);
  const meaning = markAt(scene, at)?.meaning;
  if (concept?.kind === 'comparator') return concept.op;
  return meaning?.kind === 'literal' && meaning.token.kind === 'operator' ? meaning.token.op : null;
};

const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const AWAY =
  /\b(?:not|without|except|exclude|excluding|ignore|ignoring|drop|remove|hide|skip|leave out|leaving out|filter out|omit|minus)\b/i;

/** A share is never more than one, so "more than 500" is of the count that stands beside it. */
const boundOf = ({ metrics }: QueryIR, marks: Scene['marks']): Metric | null => {
  const [first] = metrics;
  const many = marks.some(({ meaning }) => meaning.kind === 'amount' && meaning.unit === null && meaning.value > 1);
  const count = metrics.find(({ kind }) => kind === 'count');
  return first?.kind === 'ratio' && many && count !== undefined ? count : (first ?? null);
};

/** "only those with more than 50": of the groups before, by what was computed for them; null where nothing says so. */
export const keepGroups = (base: QueryIR, { marks, ...scene }: Scene, now: bigint): QueryIR | null => {
  const metric = boundOf(base, marks);
  if (base.shape !== 'table' || base.keys.length === 0 || metric === null) return null;
  const all: Scene = { ...scene, marks };
  const at = marks.findIndex((_, index) => opAt(all, index) !== null && marks[index + 1]?.meaning.kind === 'amount');
  const op = opAt(all, at);
  const amount = marks[at + 1]?.meaning;
  const away = AWAY.test(
    marks
      .slice(0, Math.max(0, at))
      .map(({ text }) => text)
      .join(' '),
  );
  const others = marks.some(
    ({ meaning }, index) => index !== at + 1 && /^(value|field|message|amount)$/.test(meaning.kind),
  );
  if (op === null || amount?.kind !== 'amount' || others) return null;
  const unit = 'field' in metric ? metric.field.unit : null;
  const measures = metric.kind === 'stat' || metric.kind === 'percentile';
  if (amount.unit !== null && amount.unit !== 'percent' && !measures) return null;
  const value = amount.unit === 'percent' ? amount.value / 100 : convertAmount(amount.value, amount.unit, unit);
  if (value === null) return null;
  const bound = away ? OPPOSITE[op] : op;
  const counts = metric.kind === 'count' && amount.unit === null && base.having.length === 0 && op.startsWith('>');
  const of = counts ? amountOfRecords(all, base, value, now) : null;
  // Of every record, and not of the groups: none of them is so large.
  if (of !== null && base.related === null)
    return {
      ...base,
      where: [...base.where, { kind: 'compare', field: of, op: bound, value: { kind: 'number', value } }],
    };
  // "more than 10" after more than 5 is another bound, and no second one.
  const kept = base.having.filter((having) => having.metric !== metric.name || having.op[0] !== bound[0]);
  return { ...base, having: [...kept, { metric: metric.name, op: bound, value }] };
};
