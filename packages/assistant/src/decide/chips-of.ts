import { conceptAt, fieldAt, type Scene } from '../compose/scene.ts';
import { keyText, metricText, orderText, predText } from '../explain/explain.ts';
import { timeText } from '../explain/time-text.ts';
import type { Chip } from '../interpretation.ts';
import { type FieldRef, sameField } from '../ir/field-ref.ts';
import type { Metric, QueryIR } from '../ir/query-ir.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Linked } from '../link/link-question.ts';
import type { Meaning } from '../link/mark.ts';
import type { Candidate } from '../rank/candidates.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import type { Token } from '../tokens/token.ts';

type Sense = Pick<Chip, 'kind' | 'means'>;

/** Concepts that name a figure, an order or a data set by themselves, whatever field it is computed of. */
const KIND_OF_CONCEPT: Partial<Readonly<Record<Concept['kind'], Chip['kind']>>> = {
  stat: 'figure',
  percentile: 'figure',
  percentiles: 'figure',
  ratio: 'figure',
  count: 'figure',
  distinct: 'figure',
  volume: 'figure',
  superlative: 'order',
  cut: 'order',
  ordered: 'order',
  common: 'order',
  entity: 'source',
};

const listed = (kind: Chip['kind'], parts: readonly string[]): Sense | null =>
  parts.length === 0 ? null : { kind, means: parts.join(', ') };

/** The figures that are meant, or all where none is named. */
const figureSense = ({ metrics, shape }: QueryIR, now: bigint, isMeant: (metric: Metric) => boolean): Sense | null => {
  if (shape === 'count') return { kind: 'figure', means: 'the number of records' };
  const meant = metrics.filter(isMeant);
  return listed(
    'figure',
    (meant.length > 0 ? meant : metrics).map((metric) => metricText(metric, now)),
  );
};

const orderSense = ({ order, limit }: QueryIR): Sense | null =>
  listed('order', [...(order === null ? [] : [orderText(order)]), ...(limit === null ? [] : [`at most ${limit}`])]);

/** Of keys that are parts of the time. */
const bucketSense = ({ keys }: QueryIR, now: bigint): Sense | null =>
  listed(
    'group',
    keys.filter(({ kind }) => kind === 'bucket' || kind === 'cyclic').map((key) => `by ${keyText(key, now)}`),
  );

/** What the field that a mark names is in the query; null where it is nothing of its own there. */
const fieldSense = (field: FieldRef, ir: QueryIR, now: bigint): Sense | null => {
  const key = ir.keys.find((each) => 'field' in each && sameField(each.field, field));
  if (key !== undefined) return { kind: 'group', means: `by ${keyText(key, now)}` };
  const metric = ir.metrics.find((each) => 'field' in each && sameField(each.field, field));
  if (metric !== undefined) return { kind: 'figure', means: metricText(metric, now) };
  const isColumn = ir.columns.some((each) => sameField(each, field));
  return isColumn ? { kind: 'figure', means: keyText({ kind: 'field', field }, now) } : null;
};

const conceptSense = (concept: Concept, ir: QueryIR, now: bigint): Sense | null => {
  const kind = KIND_OF_CONCEPT[concept.kind];
  if (kind === 'source') return { kind, means: ir.dataset };
  if (kind === 'order') return orderSense(ir);
  if (kind !== 'figure') return null;
  if (ir.share && concept.kind === 'ratio') return { kind, means: 'its share of all (0 to 1)' };
  return figureSense(
    ir,
    now,
    (metric) => concept.kind === 'stat' && metric.kind === 'stat' && metric.fn === concept.fn,
  );
};

const percentileSense = (token: Token, ir: QueryIR, now: bigint): Sense | null =>
  token.kind === 'percentile'
    ? figureSense(ir, now, (metric) => metric.kind === 'percentile' && metric.p === token.p)
    : null;

const meaningSense = (meaning: Meaning, ir: QueryIR, now: bigint): Sense | null => {
  if (meaning.kind === 'time')
    return meaning.time.kind === 'time'
      ? { kind: 'time', means: timeText(meaning.time.spec, now, true) }
      : bucketSense(ir, now);
  if (meaning.kind === 'amount') return meaning.value === ir.limit ? orderSense(ir) : null;
  return meaning.kind === 'literal' ? percentileSense(meaning.token, ir, now) : null;
};

/** Of several values of one field the first has the condition, which the others are part of. */
const amongSense = (meaning: Meaning | undefined, scene: Scene, now: bigint): Sense | null => {
  if (meaning?.kind !== 'value') return null;
  const said = new Set(meaning.links.map(({ value }) => value));
  const found = scene.preds.find(
    ({ pred }) => pred.kind === 'in' && pred.values.some((each) => each.kind === 'text' && said.has(each.value)),
  );
  return found === undefined ? null : { kind: 'filter', means: predText(found.pred, now) };
};

const senseAt = (scene: Scene, at: number, ir: QueryIR, now: bigint): Sense | null => {
  const preds = scene.preds.filter((found) => found.at === at);
  if (preds.length > 0) return { kind: 'filter', means: preds.map(({ pred }) => predText(pred, now)).join(' and ') };
  const field = fieldAt(scene, at);
  const concept = conceptAt(scene, at);
  const meaning = scene.marks[at]?.meaning;
  return (
    (field === null ? null : fieldSense(field, ir, now)) ??
    (concept === null ? null : conceptSense(concept, ir, now)) ??
    amongSense(meaning, scene, now) ??
    (meaning === undefined ? null : meaningSense(meaning, ir, now))
  );
};

/** Neighbours that mean one thing are one chip: "by" "region". Of words that were read as two, the first of them is told. */
const joined = (chips: readonly Chip[]): readonly Chip[] => {
  const all: Chip[] = [];
  for (const chip of chips) {
    const last = all.at(-1);
    if (last?.kind === chip.kind && last.means === chip.means && chip.start - last.end <= 1)
      all[all.length - 1] = { ...last, end: chip.end };
    else if (last === undefined || chip.start >= last.end) all.push(chip);
  }
  return all;
};

/** "db time" is read as two words of which both stand where the first does: the wider of the two tells. */
const apart = (chips: readonly Chip[]): readonly Chip[] => {
  const all: Chip[] = [];
  for (const chip of chips) {
    const last = all.at(-1);
    if (last === undefined || chip.start >= last.end) all.push(chip);
    else if (chip.end - chip.start > last.end - last.start) all[all.length - 1] = { ...chip, start: last.start };
  }
  return all;
};

/** What the words of a question became in its query, in their order. Words without a part in it have no chip. */
export const chipsOf = ({ tokens, nowNanos }: Linked, { scene, ir }: Candidate): readonly Chip[] => {
  const unused = new Set(ignoredMarks(scene));
  const senseOf = (at: number): Sense | null => {
    const mark = scene.marks[at];
    if (mark !== undefined && unused.has(mark)) return { kind: 'unused', means: 'not used' };
    return scene.taken.has(at) ? senseAt(scene, at, ir, nowNanos) : null;
  };
  const chips = scene.marks.flatMap((mark, at): readonly Chip[] => {
    const [first, last] = [tokens[mark.from], tokens[mark.to - 1]];
    const sense = senseOf(at);
    return first && last && sense ? [{ start: first.start, end: last.end, ...sense }] : [];
  });
  return joined(apart(chips));
};
