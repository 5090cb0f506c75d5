import { type FieldRef, isSized } from '../../ir/field-ref.ts';
import { isNegated } from '../negation.ts';
import { isTimed, ownFigureAt } from '../own-figure.ts';
import { conceptAt, fieldAt, isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';
import { isDurationUnit } from '../units.ts';
import { comparatorAt, OPPOSITE } from './comparators.ts';
import { type Amount, amountAt } from './having.ts';
import { isSizeUnit, threshold } from './thresholds.ts';

/** A request is slow or fast; what a thing takes or holds is long, much or big. */
const OF_REQUESTS = /\b(?:slow|fast|quick)/i;
const USES = /^(?:used?|uses|using|needed|needs?|took|takes?|spent|spends?|lasted|lasts?)$/i;

const kindOf = (amount: Amount): ((field: FieldRef) => boolean) | null =>
  isDurationUnit(amount.unit) ? isTimed : isSizeUnit(amount.unit) ? isSized : null;

const PER_THING = /^(?:for|of|on|in|to)$/i;

/** "more than 100 minutes for their visit": the thing behind the amount, through words that carry nothing. */
const thingBehind = (scene: Scene, amount: Amount): number =>
  PER_THING.test(markAt(scene, amount.at + 1)?.text ?? '') ? nextContent(scene, amount.at + 1) : -1;

/** "visits longer than 100 minutes", "visits that took over 2 h": the thing that is spoken of. */
const thingBefore = (scene: Scene, cue: number): number =>
  nextContent(
    scene,
    cue - 1,
    -1,
    (index) => USES.test(markAt(scene, index)?.text ?? '') || conceptAt(scene, index)?.kind === 'with',
  );

/** Whether a number stands right before that the amount bounds. */
const boundsNumber = (scene: Scene, cue: number): boolean => {
  const field = fieldAt(scene, nextContent(scene, cue - 1, -1));
  return field !== null && isNumeric(field);
};

/** "users who spent more than 100 minutes on their visit", "uploads over 20 MB": bounds the only such number that the thing has. */
export const figureBounds = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const found = scene.taken.has(at) || OF_REQUESTS.test(mark.text) ? null : comparatorAt(scene, at);
    const amount = found === null ? null : amountAt(scene, nextContent(scene, at + 1));
    const isIt = amount === null ? null : kindOf(amount);
    if (found === null || amount === null || isIt === null || boundsNumber(scene, at)) continue;
    const behind = thingBehind(scene, amount);
    const thing = [behind, thingBefore(scene, at)].find((index) => ownFigureAt(scene, index, isIt) !== null);
    const field = thing === undefined ? null : ownFigureAt(scene, thing, isIt);
    if (field === null) continue;
    take(scene, at, amount.at, ...(thing === behind ? [behind] : []));
    threshold(scene, field, isNegated(scene, at) ? OPPOSITE[found.op] : found.op, amount);
  }
};
