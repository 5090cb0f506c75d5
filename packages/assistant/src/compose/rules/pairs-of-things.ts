import type { FieldRef } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, isGap, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';

const WITH = /^(?:with|and|including|plus|along with|together with|alongside)$/i;
/** "with their", "and their": each of what is named before. */
export const TELLS_THEIRS: RegExp =
  /^(?:with|and|including|plus|along with|together with|alongside) (?:their|respective|corresponding)$/i;
const ASKS = /^(?:which|what)$/i;
const BELONG =
  /^(?:they|it|each|them|belongs?|belongs? to|belonging to|of|in|do|does|are|is|have|has|use|uses|run|runs|run in|from)$/i;
const BESIDE = /^(?:filler|preposition|which|list|everything|exists|distinct|conjunction|with)$/;

/** A thing that records name: no number, no time and no text. */
export const thingAt = (scene: Scene, at: number): FieldRef | null => {
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  const isThing =
    field !== null && !isNumeric(field) && !/^(?:timestamp|duration|message|severity)$/.test(field.role ?? '');
  return isThing ? field : null;
};

/** Where what is told of each begins, right behind the thing: "with their", "and which … do they belong to"; -1 without it. */
const secondAt = (scene: Scene, head: number): number => {
  const marks = [...scene.marks.keys()].slice(head + 1);
  const joint = marks.find((at) => conceptAt(scene, at)?.kind !== 'exists') ?? -1;
  const next = markAt(scene, joint + 1)?.text ?? '';
  if (!WITH.test(markAt(scene, joint)?.text ?? '')) return -1;
  if (TELLS_THEIRS.test(`${markAt(scene, joint)?.text} ${next}`)) return joint + 2;
  const closes = marks.filter((at) => at > joint + 2).map((at) => markAt(scene, at)?.text ?? '');
  const belongs = closes.some((text) => /^(?:they|it|each)$/i.test(text));
  const all = closes.every((text) => BELONG.test(text) || /^[?.!]$/.test(text));
  return ASKS.test(next) && belongs && all ? joint + 2 : -1;
};

const isBeside = (scene: Scene, at: number): boolean => {
  const kind = markAt(scene, at)?.meaning.kind ?? '';
  return /^(?:punctuation|time|value)$/.test(kind) || BESIDE.test(conceptAt(scene, at)?.kind ?? '');
};

/** "services with their applications", "which pods are there and which zone are they in": each of the one with its other. */
export const pairsOfThings = (scene: Scene): void => {
  const head = scene.marks.findIndex(
    (_, at) => !isGap(scene, at) && !/^(?:which|list)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );
  const first = thingAt(scene, head);
  const second = first === null || markAt(scene, head)?.plural === false ? -1 : secondAt(scene, head);
  if (first === null || second < 0) return;
  const named: number[] = [head];
  for (let at = second; thingAt(scene, at) !== null; at += 2) {
    named.push(at);
    if (markAt(scene, at + 1)?.text !== ',' && conceptAt(scene, at + 1)?.kind !== 'conjunction') break;
  }
  const fields = named.flatMap((at) => thingAt(scene, at) ?? []);
  const rest = [...scene.marks.keys()].filter((at) => !named.includes(at));
  if (named.length < 2 || !rest.every((at) => isBeside(scene, at))) return;
  const last = named.at(-1) ?? head;
  take(scene, ...named, ...rest.filter((at) => at < last && markAt(scene, at)?.meaning.kind === 'concept'));
  take(scene, ...rest.filter((at) => at > last && BELONG.test(markAt(scene, at)?.text ?? '')));
  scene.columns.push(...fields);
  scene.distinct = true;
  for (const field of fields) withoutAbsent(scene, field, head);
};
