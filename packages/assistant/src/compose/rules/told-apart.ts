import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { conceptAt, conceptsOf, fieldAt, linksAt, markAt, namesField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

/** "split between push, SMS and email": what leads to a list of values that are the groups. */
const LEADS =
  /^(?:(?:split|broken down|divided|spread) )?(?:between|among|across|over|into|by)$|^(?:split|breakdown|break down|distribution)\b/i;
const SPREADS =
  /^(?:split|splits|divided|divide|divides|break|breaks|broken|spread|spreads|distributed|distribution|breakdown)\b/i;

interface Listed {
  readonly field: FieldRef;
  /** The values as they stand, one after the other. */
  readonly at: readonly number[];
  /** Joined by "or", any of them will do. */
  readonly any: boolean;
}

const isComma = (scene: Scene, at: number): boolean => markAt(scene, at)?.text === ',';

/** The values of one field that stand in a row from a place, with nothing but what joins them between. */
const listFrom = (scene: Scene, first: number, field: FieldRef): Listed => {
  const isOne = (at: number): boolean => linksAt(scene, at).some((link) => sameField(link.field, field));
  const at = [first];
  let any = false;
  for (let index = first + 1; index < scene.marks.length; index++) {
    const concept = conceptAt(scene, index);
    if (isOne(index)) at.push(index);
    else if (concept?.kind === 'conjunction' && concept.op !== 'then') any ||= concept.op === 'or';
    else if (!isComma(scene, index)) break;
  }
  return { field, at, any };
};

const listedSets = (scene: Scene): readonly Listed[] =>
  scene.preds.flatMap(({ source, pred, at }) =>
    source === 'value' && pred.kind === 'in' ? [listFrom(scene, at, pred.field)] : [],
  );

/** "how do they split between A and B", "a breakdown into A and B": the values are led to as groups are. */
const isLedTo = (scene: Scene, { at: [first = 0] }: Listed): boolean => {
  const gap = conceptAt(scene, first - 1)?.kind === 'filler' ? 2 : 1;
  const lead = markAt(scene, first - gap)?.text ?? '';
  if (!LEADS.test(lead)) return false;
  return SPREADS.test(lead) || scene.marks.some((mark, at) => at < first && SPREADS.test(mark.text));
};

/** "how many allow, review and block verdicts": the word for what they are values of closes the list. */
const isNamed = (scene: Scene, { at, field }: Listed): boolean => {
  const next = (at.at(-1) ?? 0) + 1;
  const named = namesField(scene, next) ? fieldAt(scene, next) : null;
  return named !== null && sameField(named, field) && markAt(scene, next)?.plural === true;
};

/** "how are verdicts divided between allow and block": the field by its name says no more. */
const namings = (scene: Scene, { field }: Listed): readonly number[] =>
  scene.marks.flatMap((_, at) => {
    const named = namesField(scene, at) ? fieldAt(scene, at) : null;
    return named !== null && sameField(named, field) ? [at] : [];
  });

const COUNTS = /^(?:how many|numbers? of|counts? of|counts?|numbers?)$/i;

/** "transfers by instant, sepa and swift": of two, the word may say who did it. */
const isByEach = (scene: Scene, { at }: Listed): boolean =>
  at.length > 2 && /^(?:by|per|for each)$/i.test(markAt(scene, (at[0] ?? 0) - 1)?.text ?? '');

/** Three that are named one by one, and counted, are wanted one by one: for their sum fewer words would do. */
const isCountedEach = (scene: Scene, { at }: Listed): boolean =>
  at.length > 2 && conceptsOf(scene, 'count').some((count) => COUNTS.test(markAt(scene, count)?.text ?? ''));

/**
 * "how do notifications split between push, SMS and email", "how many allow, review and block verdicts per region": values
 * of one field that are listed to be told apart are groups, beside the others.
 */
export const toldApart = (scene: Scene): void => {
  for (const list of listedSets(scene)) {
    if (list.at.length < 2 || list.any) continue;
    const counted = conceptsOf(scene, 'count').length > 0 && isNamed(scene, list);
    const led = isLedTo(scene, list) || isByEach(scene, list);
    if (!led && !counted && !isCountedEach(scene, list)) continue;
    const lead = scene.marks.flatMap((mark, at) =>
      led && at < (list.at[0] ?? 0) && SPREADS.test(mark.text) ? [at] : [],
    );
    const [first = 0] = list.at;
    take(scene, ...lead, ...(led ? [first - 1] : []));
    take(scene, ...namings(scene, list));
    addKey(scene, list.field);
    scene.counted = true;
  }
};
