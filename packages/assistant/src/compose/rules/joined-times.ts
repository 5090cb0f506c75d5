import { type Instant, resolveInstant, type TimeSpec } from '../../time/time-spec.ts';
import { conceptAt, isGap, type Scene, take } from '../scene.ts';
import { whosAt } from '../who.ts';
import { endsOf, type Said } from './ranges.ts';

const TOGETHER = /^(?:together|combined|altogether|in total|overall|summed up|added up|in sum|taken together)$/i;

/** Asks for one answer over all of the time: a list, a rank, a number. */
const ASKS = /^(?:which|cut|common|superlative|count|list|exists|distinct)$/;
/** Asks for the times beside each other. */
const COMPARES =
  /^(?:compare[ds]?|comparing|comparison|difference|differences|differ|vs|versus|than|both|each|every|separate|separately|respectively|apart|change|changed|increase|increased|decrease|decreased|grow|grew|rise|rose|drop|dropped|more|fewer|less|slower|faster|worse|better|side by side|next to each other|per day|by day|daily)$/i;

const asksOnce = (scene: Scene, first: number, second: number): boolean => {
  const isPlain = (at: number): boolean => isGap(scene, at) || conceptAt(scene, at)?.kind === 'conjunction';
  const nothingBetween = scene.marks.every((_, at) => at <= first || at >= second || isPlain(at));
  const compares = scene.marks.some(
    ({ text }, at) => COMPARES.test(text) || /^(?:compare|versus|each|growth)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );
  const asks = whosAt(scene).length > 0 || scene.marks.some((_, at) => ASKS.test(conceptAt(scene, at)?.kind ?? ''));
  return nothingBetween && asks && !compares && scene.bucket === null;
};

/**
 * "Wednesday and Thursday together", "which errors were most common on Monday and Tuesday": the two as one range, where the
 * second begins as the first ends.
 */
export const joined = (scene: Scene, first: Said, second: Said, now: bigint): TimeSpec | null => {
  const between = scene.marks.slice(first.at + 1, second.at);
  // "Monday plus Tuesday"
  const plus = between.findIndex(({ text }) => /^plus$/i.test(text));
  const together = plus >= 0 ? first.at + 1 + plus : scene.marks.findIndex(({ text }) => TOGETHER.test(text));
  const [a, b] = [endsOf(first.spec), endsOf(second.spec)];
  if (a === null || b === null || (together < 0 && !asksOnce(scene, first.at, second.at))) return null;
  const at = (instant: Instant): bigint => resolveInstant(instant, now);
  const [older, newer] = at(a.from) <= at(b.from) ? [a, b] : [b, a];
  if (at(older.to) < at(newer.from)) return null;
  if (together >= 0) take(scene, together);
  return { kind: 'between', from: older.from, to: newer.to };
};
