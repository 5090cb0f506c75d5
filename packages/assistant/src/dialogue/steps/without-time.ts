import type { QueryIR } from '../../ir/query-ir.ts';
import { endsOf, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { type Step, withoutMarks } from './draft.ts';

const AWAY =
  /(?:^|[\s,])(?:drop|remove|without|exclude|excluding|skip|omit|leave out|leaving out|ignore|ignoring|except|except for|minus|but not|forget|cut off|cut)(?: the| for)?\s*$/i;

/** The range before without that one: shorter, or with a hole; null where they do not meet. */
const without = (ir: QueryIR, time: TimeSpec, away: TimeSpec, now: bigint): QueryIR | null => {
  const all = resolveTime(time, now);
  const hole = resolveTime(away, now);
  const ends = { all: endsOf(time), hole: endsOf(away) };
  if (hole.to <= all.from || hole.from >= all.to || (hole.from <= all.from && hole.to >= all.to)) return null;
  if (hole.to >= all.to) return { ...ir, time: { kind: 'between', from: ends.all.from, to: ends.hole.from } };
  if (hole.from <= all.from) return { ...ir, time: { kind: 'between', from: ends.hole.to, to: ends.all.to } };
  const outside = {
    kind: 'or',
    preds: [
      { kind: 'time', op: '<', at: ends.hole.from },
      { kind: 'time', op: '>=', at: ends.hole.to },
    ],
  } as const;
  return { ...ir, where: [...ir.where, outside] };
};

/** "drop today": the same without it. */
export const withoutTime: Step = ({ ir, marks }, { now }) => {
  for (const [at, { meaning }] of marks.entries()) {
    if (meaning.kind !== 'time' || meaning.time.kind !== 'time' || ir.time === null) continue;
    const before = marks.slice(0, at).map(({ text }) => text);
    const lead = AWAY.exec(before.filter((text) => text !== '').join(' '))?.[0].trim();
    const next = lead === undefined ? null : without(ir, ir.time, meaning.time.spec, now);
    if (next === null || lead === undefined) continue;
    const words = lead.split(/\s+/);
    const said = before.findLastIndex((text) => text.toLowerCase().endsWith(words[0]?.toLowerCase() ?? ''));
    return { ir: next, marks: withoutMarks(marks, (index) => index >= Math.max(0, said) && index <= at) };
  }
  return null;
};
