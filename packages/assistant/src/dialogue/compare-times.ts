import { changedFigures } from '../compose/changed-figures.ts';
import type { Reading } from '../compose/compose.ts';
import type { Said } from '../compose/rules/ranges.ts';
import { compareTimes } from '../compose/rules/times.ts';
import { hasConcept, type Scene } from '../compose/scene.ts';
import type { Key, QueryIR } from '../ir/query-ir.ts';
import type { TimeSpec } from '../time/time-spec.ts';

const timesIn = ({ marks }: Scene): readonly Said[] =>
  marks.flatMap(({ meaning, text }) =>
    meaning.kind === 'time' && meaning.time.kind === 'time' ? [{ at: -1, spec: meaning.time.spec, text }] : [],
  );

/** "put yesterday next to it", "is that more than last week?" */
const BESIDE =
  /\b(?:next to (?:it|that|them|this|these|those|each other)|side by side|alongside|beside (?:it|that|them)|for comparison|as (?:a )?comparison|to compare|(?:is|was|are|were) (?:that|this|it|they|those|these)\b.*\b(?:than|up|down|from|compared)|\w+er than|(?:more|less|up|down|different|better|worse) (?:than|from|on)|(?:differs?|changed?|difference) (?:from|to|since))\b/i;

/** "what's the difference?" of what was asked of two times. */
const changeOf = (base: Reading, edit: Scene, fields: readonly Key[]): QueryIR | null => {
  const figures = base.ir.metrics.every(({ kind }) => kind === 'count') ? [] : base.ir.metrics;
  const scene: Scene = { ...edit, metrics: [...figures], change: { as: 'difference', falls: false } };
  const metrics = changedFigures(scene);
  const [change] = metrics ?? [];
  if (metrics === null || change === undefined) return null;
  return {
    ...base.ir,
    time: edit.time,
    shape: 'table',
    keys: fields,
    metrics,
    having: [],
    share: false,
    order: fields.length === 0 ? null : { by: 'column', name: change.name, direction: 'desc' },
    limit: null,
    perGroup: null,
    columns: [],
  };
};

/** "compare with yesterday": the time of the question before and the one that is said, side by side. */
export const comparedIr = (base: Reading, edit: Scene, now: bigint): QueryIR | null => {
  const said = edit.marks.map((mark) => mark.text).join(' ');
  const times = timesIn(edit);
  const compares =
    hasConcept(edit, 'compare') ||
    hasConcept(edit, 'versus') ||
    BESIDE.test(said) ||
    (times.length === 2 && /\bthan\b/i.test(said));
  const [second] = times.slice(-1);
  // "how does this week compare with last week?" names both of them.
  const both = times.length === 2 ? times[0] : undefined;
  if (!compares || second === undefined || (both === undefined && base.ir.time === null)) return null;
  const scene: Scene = { ...edit, compared: null };
  const first = both ?? { at: -1, spec: base.ir.time as TimeSpec, text: timesIn(base.scene)[0]?.text ?? 'now' };
  if (!compareTimes(scene, first, second, now)) return null;
  const compared = scene.compared as Scene['compared'];
  if (compared === null) return null;
  // "this week vs last week by service"
  const asked = edit.keys.filter((key) => key.kind === 'field');
  const fields = asked.length > 0 ? asked : base.ir.keys.filter((key) => key.kind === 'field');
  const change = /^difference to\b/i.test(said) ? changeOf(base, scene, fields) : null;
  if (change !== null) return change;
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
