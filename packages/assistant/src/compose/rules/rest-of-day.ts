import type { Key, Pred } from '../../ir/query-ir.ts';
import { startOfDay } from '../../time/calendar.ts';
import { type Instant, NANOS, resolveTime } from '../../time/time-spec.ts';
import { conceptAt, isGap, type Scene, take } from '../scene.ts';
import type { Said } from './ranges.ts';

const REST = /^(?:the )?(?:rest|remainder)(?: of(?: the| that)?)?$/i;
const DAY = /^(?:(?:the|that|same) )*day$/i;
const COMPARES = /^(?:compare|versus|with)$/;
const wordsMax = 4;

/** The marks of "with the rest of that day"; null where nothing of the kind is said. */
const restAt = (scene: Scene, said: Said): readonly number[] | null => {
  const text = (at: number): string => scene.marks[at]?.text ?? '';
  const rest = scene.marks.findIndex((_, at) => at > said.at && REST.test(text(at)));
  const day = scene.marks.findIndex((_, at) => at > rest && at <= rest + wordsMax && DAY.test(text(at)));
  if (rest < 0 || day < 0) return null;
  const between = scene.marks.slice(rest + 1, day).every((_, step) => isGap(scene, rest + 1 + step));
  const compares = scene.marks.some((_, at) => at < rest && COMPARES.test(conceptAt(scene, at)?.kind ?? ''));
  if (!between || !compares) return null;
  return scene.marks.flatMap((_, at) => (at > said.at && at <= day ? [at] : []));
};

/** "compare the average of Wednesday between 13:30 and 17:00 with the rest of that day": that part of the day, and all else of it. */
export const restOfDay = (scene: Scene, said: Said, now: bigint): boolean => {
  const used = restAt(scene, said);
  const { from, to } = resolveTime(said.spec, now);
  const start = startOfDay(from);
  if (used === null || to > start + NANOS.day || to - from >= NANOS.day) return false;
  const at = (nanos: bigint): Instant => ({ kind: 'at', nanos });
  const isNow = start + NANOS.day > now;
  scene.time = { kind: 'between', from: at(start), to: isNow ? { kind: 'now', backNanos: 0n } : at(start + NANOS.day) };
  const [after, before] = (['>=', '<'] as const).map(
    (op): Pred => ({ kind: 'time', op, at: at(op === '<' ? to : from) }),
  );
  if (after === undefined || before === undefined) return false;
  const within: Pred = { kind: 'and', preds: [after, before] };
  const outside: Pred = {
    kind: 'or',
    preds: [
      { kind: 'time', op: '<', at: at(from) },
      { kind: 'time', op: '>=', at: at(to) },
    ],
  };
  const period: Key = {
    kind: 'bins',
    name: 'period',
    bins: [
      { label: 'that_time', pred: within },
      { label: 'rest_of_day', pred: outside },
    ],
  };
  const metrics = [
    { kind: 'count-if', pred: within, name: 'that_time' },
    { kind: 'count-if', pred: outside, name: 'rest_of_day' },
  ] as const;
  scene.compared = { metrics, period, newer: 'that_time', older: 'rest_of_day' };
  take(scene, said.at, ...used);
  take(scene, ...scene.marks.flatMap((_, index) => (conceptAt(scene, index)?.kind === 'compare' ? [index] : [])));
  return true;
};
