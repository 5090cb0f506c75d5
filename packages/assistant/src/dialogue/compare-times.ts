import type { Reading } from '../compose/compose.ts';
import { compareTimes } from '../compose/rules/times.ts';
import { hasConcept, type Scene } from '../compose/scene.ts';
import type { Key, QueryIR } from '../ir/query-ir.ts';

const timeSaid = (scene: Scene): string | null =>
  scene.marks.find(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time')?.text ?? null;

/** "put yesterday next to it", "is that more than last week?" */
const BESIDE =
  /\b(?:next to (?:it|that|them|this|these|those|each other)|side by side|alongside|beside (?:it|that|them)|for comparison|as (?:a )?comparison|to compare|(?:is|was|are|were) (?:that|this|it|they|those|these)\b.*\b(?:than|up|down|from|compared)|\w+er than|(?:more|less|up|down|different|better|worse) (?:than|from|on)|(?:differs?|changed?|difference) (?:from|to|since))\b/i;

/** "compare with yesterday": the time of the question before and the one that is said, side by side. */
export const comparedIr = (base: Reading, edit: Scene, now: bigint): QueryIR | null => {
  const text = timeSaid(edit);
  const other = edit.marks.find(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time')?.meaning;
  const said = edit.marks.map((mark) => mark.text).join(' ');
  const compares = hasConcept(edit, 'compare') || hasConcept(edit, 'versus') || BESIDE.test(said);
  if (!compares || text === null || base.ir.time === null || other?.kind !== 'time' || other.time.kind !== 'time')
    return null;
  const scene: Scene = { ...edit, compared: null };
  const own = { at: -1, spec: base.ir.time, text: timeSaid(base.scene) ?? 'now' };
  if (!compareTimes(scene, own, { at: -1, spec: other.time.spec, text }, now)) return null;
  const compared = scene.compared as Scene['compared'];
  if (compared === null) return null;
  const fields = base.ir.keys.filter((key) => key.kind === 'field');
  const counts = base.ir.metrics.every((metric) => metric.kind === 'count');
  const keys: readonly Key[] = counts || compared.period === null ? fields : [compared.period, ...fields];
  return {
    ...base.ir,
    time: scene.time,
    shape: 'table',
    keys,
    metrics: counts ? compared.metrics : base.ir.metrics,
    having: [],
    share: false,
    order:
      keys.length === 0
        ? null
        : { by: 'column', name: counts ? compared.newer : 'period', direction: counts ? 'desc' : 'asc' },
    limit: null,
    perGroup: null,
    columns: [],
  };
};
