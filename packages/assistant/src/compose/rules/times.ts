import type { Pred } from '../../ir/query-ir.ts';
import { startOfDay } from '../../time/calendar.ts';
import { NANOS, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { assume, conceptAt, markAt, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

interface Said {
  readonly at: number;
  readonly spec: TimeSpec;
  readonly text: string;
}

const saidTimes = (scene: Scene): readonly Said[] =>
  scene.marks.flatMap((mark, at) => {
    if (mark.meaning.kind !== 'time' || mark.meaning.time.kind !== 'time') return [];
    if (mark.meaning.time.note !== null) assume(scene, mark.meaning.time.note);
    return [{ at, spec: mark.meaning.time.spec, text: mark.text }];
  });

/** "yesterday in checkout between 2pm and 4pm": the hours belong to the day said elsewhere. */
const onDay = (day: TimeSpec, hours: TimeSpec, now: bigint): TimeSpec | null => {
  const a = resolveTime(day, now);
  const b = resolveTime(hours, now);
  const isDay = day.kind === 'between' && a.from === startOfDay(a.from) && a.to - a.from <= NANOS.day;
  if (!isDay || b.to - b.from >= NANOS.day || hours.kind === 'last') return null;
  const shift = a.from - startOfDay(b.from);
  const move = (nanos: bigint): { kind: 'at'; nanos: bigint } => ({ kind: 'at', nanos: nanos + shift });
  if (hours.kind === 'around') return { ...hours, at: move(b.from + hours.radiusNanos) };
  return { kind: 'between', from: move(b.from), to: move(b.to) };
};

const columnName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(in|on|for|from|over|during) (the )?/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, 't_');

/** "errors today vs yesterday": one pass over both, one column each. The ranges must touch. */
const compareTimes = (scene: Scene, first: Said, second: Said, now: bigint): boolean => {
  const a = resolveTime(first.spec, now);
  const b = resolveTime(second.spec, now);
  const [older, newer] = a.from < b.from ? [second.spec && first, second] : [second, first];
  const from = older === first ? a : b;
  const to = older === first ? b : a;
  if (older.spec.kind !== 'between' || newer.spec.kind !== 'between' || from.to !== to.from) return false;
  scene.time = { kind: 'between', from: older.spec.from, to: newer.spec.to };
  const split = newer.spec;
  const pred = (said: Said): Pred => ({ kind: 'time', op: said === newer ? '>=' : '<', at: split });
  for (const said of [first, second])
    addMetric(scene, { kind: 'count-if', pred: pred(said), name: columnName(said.text) });
  take(scene, first.at, second.at);
  return true;
};

/** The range of time, the bucket of a series and the hour of day. */
export const times =
  (now: bigint) =>
  (scene: Scene): void => {
    for (const [at, mark] of scene.marks.entries()) {
      if (mark.meaning.kind !== 'time') continue;
      if (mark.meaning.time.kind === 'bucket') {
        scene.bucket ??= mark.meaning.time.nanos ?? 'auto';
        take(scene, at);
      } else if (mark.meaning.time.kind === 'cyclic') {
        scene.keys.push({ kind: 'cyclic', unit: mark.meaning.time.unit });
        take(scene, at);
      }
    }
    const [first, second] = saidTimes(scene);
    if (first === undefined) return;
    scene.timeSaid = true;
    const between = Array.from({ length: (second?.at ?? 0) - first.at - 1 }, (_, i) => first.at + 1 + i);
    const versus = between.find(
      (at) => conceptAt(scene, at)?.kind === 'versus' || conceptAt(scene, at)?.kind === 'conjunction',
    );
    if (second !== undefined && versus !== undefined && compareTimes(scene, first, second, now)) {
      take(scene, versus);
      return;
    }
    scene.time = first.spec;
    take(scene, first.at);
    if (second === undefined) return;
    const combined = onDay(first.spec, second.spec, now) ?? onDay(second.spec, first.spec, now);
    if (combined === null) return;
    scene.time = combined;
    take(scene, second.at);
  };

/** "minutes with more than 20 errors", "which hour had the most errors": a unit of time as the thing grouped by. */
export const timeHeads = (scene: Scene): void => {
  const units: Readonly<Record<string, bigint>> = { minute: NANOS.minute, hour: NANOS.hour, day: NANOS.day };
  for (const [at, mark] of scene.marks.entries()) {
    const unit = units[mark.text.toLowerCase().replace(/s$/, '')];
    const free =
      mark.meaning.kind === 'unknown' || (mark.meaning.kind === 'concept' && mark.meaning.concept.kind === 'filler');
    if (unit === undefined || !free || scene.taken.has(at) || scene.bucket !== null) continue;
    const before = conceptAt(scene, at - 1);
    const after = conceptAt(scene, at + 1);
    if (
      after?.kind !== 'with' &&
      before?.kind !== 'which' &&
      before?.kind !== 'superlative' &&
      before?.kind !== 'list' &&
      before?.kind !== 'cut'
    )
      continue;
    scene.bucket = unit;
    take(scene, at);
  }
};

/** "when was the last error": the newest or oldest moment. */
export const whens = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'when') continue;
    take(scene, at);
    const field = scene.data.roles.get('timestamp');
    if (field === undefined) return;
    const edge = scene.marks.findIndex((_, other) => {
      const concept = conceptAt(scene, other);
      return concept?.kind === 'superlative' && concept.by === 'time';
    });
    const concept = conceptAt(scene, edge);
    if (edge >= 0) take(scene, edge);
    const starts =
      /first|since|start/i.test(mark.text) ||
      (concept?.kind === 'superlative' && !concept.descending) ||
      scene.marks.some(({ text }) => /^(start|started|begin|began)$/i.test(text));
    for (const [other, { text }] of scene.marks.entries())
      if (/^(start|started|begin|began|stop|stopped)$/i.test(text)) take(scene, other);
    addMetric(scene, { kind: 'stat', fn: starts ? 'min' : 'max', field, name: starts ? 'first_seen' : 'last_seen' });
    return;
  }
};

export const isTimeMark = (scene: Scene, at: number): boolean => markAt(scene, at)?.meaning.kind === 'time';
