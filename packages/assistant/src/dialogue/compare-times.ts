import type { Reading } from '../compose/compose.ts';
import { compareTimes } from '../compose/rules/times.ts';
import { hasConcept, type Scene } from '../compose/scene.ts';
import type { Key, QueryIR } from '../ir/query-ir.ts';

const timeSaid = (scene: Scene): string | null =>
  scene.marks.find(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time')?.text ?? null;

/** "compare with yesterday": the time of the question before and the one that is said, side by side. */
export const comparedIr = (base: Reading, edit: Scene, now: bigint): QueryIR | null => {
  const text = timeSaid(edit);
  const said = edit.marks.find(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time')?.meaning;
  const compares = hasConcept(edit, 'compare') || hasConcept(edit, 'versus');
  if (!compares || text === null || base.ir.time === null || said?.kind !== 'time' || said.time.kind !== 'time')
    return null;
  const scene: Scene = { ...edit, compared: null };
  const own = { at: -1, spec: base.ir.time, text: timeSaid(base.scene) ?? 'now' };
  if (!compareTimes(scene, own, { at: -1, spec: said.time.spec, text }, now)) return null;
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
