import type { Reading } from '../compose/compose.ts';
import type { Pred, QueryIR, Scalar } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { readWords } from './steps/draft.ts';
import { isOn, wantsValues } from './steps/preds.ts';

const BOTH =
  /^(?:(?:and|ok|okay|now|for|show|show me|give me|in|please|then)[\s,]+)*both\b(?: of (?:them|those|these)| together| combined)?/i;

const scalarsOf = (pred: Pred): readonly Scalar[] =>
  pred.kind === 'in' ? pred.values : pred.kind === 'compare' ? [pred.value] : [];

const joined = (now: Pred, before: readonly Pred[]): Pred => {
  if (!wantsValues(now) || !('field' in now) || now.field === null) return now;
  const { field } = now;
  const other = before.find((pred) => wantsValues(pred) && isOn(pred, field));
  const more = (other === undefined ? [] : scalarsOf(other)).filter(
    (value) => !scalarsOf(now).some((own) => JSON.stringify(own) === JSON.stringify(value)),
  );
  return more.length === 0 ? now : { kind: 'in', field, values: [...more, ...scalarsOf(now)] };
};

const together = (before: QueryIR, now: QueryIR): QueryIR => {
  const metrics = before.metrics.filter((metric) => !now.metrics.some(({ name }) => name === metric.name));
  return {
    ...now,
    where: now.where.map((pred) => joined(pred, before.where)),
    metrics: now.metrics.length === 0 ? now.metrics : [...metrics, ...now.metrics],
  };
};

const BESIDE =
  /^(?:(?:and|ok|okay|now|please|then|can you)[\s,]+)*(?:(?:put|show|place|list|give me|show me) (?:them|both|these|those|the two|these two|the two of them)(?: two)?(?: both)? (?:side by side|next to each other|beside each other|together|in one table|in one chart)|side by side|compare (?:them|both|the two|these two|those two)|next to each other)[\s?.!]*$/i;

/** Of two times both are a column each. */
const BOTH_TIMES =
  /^(?:(?:and|ok|okay|now|please|then)[\s,]+)*(?:show|show me|give me|list) both(?: (?:of them|weeks|days|hours|months|times|periods))?(?: please)?[\s?.!]*$/i;

/** "what's the difference?": both times, and by how much the one is more. */
const DIFFERENCE =
  /^(?:(?:and|ok|okay|so|now|please|what|what's|whats|is|was|are|show|show me|give me|tell me)[\s,]+)*(?:the )?(?:difference|differences|change|delta)(?: between (?:them|both|the two|these|those|these two|those two|the two days|the two weeks))?[\s?.!]*$/i;

const COMPARES: Mark['meaning'] = { kind: 'concept', concept: { kind: 'versus' }, fields: [] };

/** "put them side by side": the times of the last two questions, where they differ in nothing else. */
const timesBeside = (
  before: Reading,
  last: Reading,
  marks: readonly Mark[],
): { readonly base: Reading; readonly marks: readonly Mark[] } | null => {
  const times = last.scene.marks.filter(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time');
  const [first] = marks;
  const differs = readWords(marks, DIFFERENCE);
  const alike = JSON.stringify(before.ir.where) === JSON.stringify(last.ir.where);
  if (
    first === undefined ||
    times.length !== 1 ||
    !alike ||
    before.ir.time === null ||
    (readWords(marks, BESIDE) ?? readWords(marks, BOTH_TIMES) ?? differs) === null
  )
    return null;
  const text = differs === null ? 'compared to' : 'difference to';
  return { base: before, marks: [{ ...first, text, meaning: COMPARES }, ...times] };
};

const written = (time: QueryIR['time']): string =>
  JSON.stringify(time, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

const WHICH =
  /^(?:(?:and|but|so|ok|okay|now)[\s,]+)*(?:which|which one|which of (?:them|the two|these|those|both)|who)(?: of (?:them|the two))? (?:is|was|has|had|does|did|are|were)(?: the)? (?:slower|faster|quicker|worse|better|higher|lower|bigger|larger|smaller|more|fewer|less|most|slowest|worst|highest)(?: one| of the two| errors)?[\s?.!]*$/i;

/** "which one is slower?", "compare them": the values that the last two questions named, a group of each. */
const valuesBeside = (
  before: Reading,
  last: Reading,
  marks: readonly Mark[],
): { readonly base: Reading; readonly marks: readonly Mark[] } | null => {
  const read = readWords(marks, WHICH) ?? readWords(marks, BESIDE);
  const ir = together(before.ir, last.ir);
  const sets = ir.where.filter((pred, index) => pred.kind === 'in' && pred !== last.ir.where[index]);
  const [set] = sets;
  const sameTime = written(before.ir.time) === written(last.ir.time);
  if (read === null || sets.length !== 1 || set?.kind !== 'in' || !sameTime || ir.related !== null) return null;
  const [metric = { kind: 'count', name: 'count' } as const] = ir.metrics;
  const table: QueryIR = {
    ...ir,
    shape: 'table',
    keys: [
      { kind: 'field', field: set.field },
      ...ir.keys.filter((key) => key.kind !== 'field' || !isOn(set, key.field)),
    ],
    metrics: ir.metrics.length === 0 ? [metric] : ir.metrics,
    order: ir.keys.some(({ kind }) => kind === 'bucket')
      ? ir.order
      : { by: 'column', name: metric.name, direction: 'desc' },
    limit: null,
    columns: [],
  };
  return { base: { ...last, ir: table }, marks: read.marks };
};

/** "both, by version": what the last two questions asked for, in one; null where nothing of them differs so. */
export const bothOf = (
  states: readonly Reading[],
  marks: readonly Mark[],
): { readonly base: Reading; readonly marks: readonly Mark[] } | null => {
  const [before, last] = states.slice(-2);
  const beside =
    before === undefined || last === undefined
      ? null
      : (timesBeside(before, last, marks) ?? valuesBeside(before, last, marks));
  if (beside !== null) return beside;
  const read = readWords(marks, BOTH);
  if (before === undefined || last === undefined || read === null || before.ir.dataset !== last.ir.dataset) return null;
  const ir = together(before.ir, last.ir);
  const same =
    JSON.stringify(ir.where) === JSON.stringify(last.ir.where) && ir.metrics.length === last.ir.metrics.length;
  return same ? null : { base: { ...last, ir }, marks: read.marks };
};
