import { endsOf, NANOS, type TimeSpec } from '../../time/time-spec.ts';
import { assume, type Scene } from '../scene.ts';
import { addMetric } from './metrics.ts';

/** "orders that were stopped because …" were so by something, and may well be heard of. */
const SILENT =
  /\b(?:silent|quiet|dark|(?<!\b(?:was|were|been|being|got|is|are) )stopped(?! (?:because|due|by|for|owing)\b)|no longer|not logging)\b/i;
const week = 7n * NANOS.day;
const timesLonger = 4n;

/** How far back to look for those that are silent now: a week at least. */
const lookedBack = (length: bigint): TimeSpec => ({
  kind: 'last',
  nanos: length * timesLonger > week ? length * timesLonger : week,
});

/** How long they are silent: "in the last hour", "since 13:00"; null where a day is looked at. */
const lengthOf = ({ marks }: Scene, time: TimeSpec): bigint | null => {
  if (time.kind === 'last') return time.nanos;
  const since = marks.some(({ meaning, text }) => meaning.kind === 'time' && /^(?:since|after)\b/i.test(text));
  return time.kind === 'between' && time.to.kind === 'now' && since ? 0n : null;
};

/** "services silent in the last hour": none of their records is in it, so those before it tell which they are. */
export const silentSince = (scene: Scene, said: string): void => {
  const { time } = scene;
  const length = time === null ? null : lengthOf(scene, time);
  if (time === null || length === null || scene.keys.length === 0 || !SILENT.test(said)) return;
  addMetric(scene, {
    kind: 'count-if',
    pred: { kind: 'time', op: '>=', at: endsOf(time).from },
    name: 'since_then',
  });
  scene.having.push({ metric: 'since_then', op: '==', value: 0 });
  scene.time = lookedBack(length);
  assume(scene, 'silent are those that were seen earlier and not since');
};
