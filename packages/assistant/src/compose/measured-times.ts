import type { FieldEntry } from '../catalog/field-entry.ts';
import { type FieldRef, sameField } from '../ir/field-ref.ts';
import { doneForms } from '../link/turned-phrase.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { QuantityUnit } from '../tokens/token.ts';
import { assume, isNumeric, markAt, type Scene } from './scene.ts';
import { convertAmount, isDurationUnit } from './units.ts';

/** What was expected to pass is no time that did. */
const PLANNED =
  /^(?:eta|estimated?|estimation|expected|planned|promised|target|scheduled|limit|timeout|sla|budget|allowed|predicted|forecast)$/;
const TAKEN = /^(?:actual|real|elapsed|taken|measured|total)$/;

const wordsOf = ({ name }: FieldEntry): readonly string[] => nameWords(name);

const STOPS = /^(?:stopped|stop|stops|down|halted)$/;
const OF_STOPS = /^(?:downtime|outage|stoppage|standstill)$/;

/** Whether a time is called after what messages say was done: of "stopped" `downtime.minutes`, of "picked" `pick_seconds`. */
const isOfDeed = (scene: Scene, entry: FieldEntry): boolean => {
  const said = scene.marks.flatMap(({ meaning }) => (meaning.kind === 'message' ? [meaning.phrase] : []));
  const known = scene.before.flatMap((pred) => (pred.kind === 'text' ? [pred.text] : []));
  const deeds = [...said, ...known].flatMap((phrase) => phrase.split(' '));
  return wordsOf(entry).some((word) =>
    deeds.some((deed) => doneForms(word).slice(1).includes(deed) || (OF_STOPS.test(word) && STOPS.test(deed))),
  );
};

/** Whether a time says that it passed: as a time that was taken, or by what was done in it. */
const tellsTaken = (scene: Scene, entry: FieldEntry): boolean =>
  isOfDeed(scene, entry) || wordsOf(entry).some((word) => TAKEN.test(word));

/**
 * How long things took as records tell it beside how long the record itself took, that which says so first: `downtime.minutes`
 * where messages say "stopped", `actualMinutes`.
 */
const measuredTimes = (scene: Scene): readonly FieldEntry[] =>
  scene.data.fields
    .filter((entry) => {
      const { ref } = entry;
      return ref.root === 'd' && isNumeric(ref) && ref.role === null && isDurationUnit(ref.unit);
    })
    .filter((entry) => !wordsOf(entry).some((word) => PLANNED.test(word)))
    .toSorted((a, b) => {
      const rank = (entry: FieldEntry): number => (isOfDeed(scene, entry) ? 0 : tellsTaken(scene, entry) ? 1 : 2);
      return rank(a) - rank(b) || b.source.presence - a.source.presence;
    });

const maxOf = (scene: Scene, field: FieldRef): number | null =>
  scene.data.fields.find(({ ref }) => sameField(ref, field))?.source.numbers?.max ?? null;

/** Whether a field has anything as long as that; true where it is not known how long it can be. */
const reaches = (scene: Scene, field: FieldRef, value: number, unit: QuantityUnit): boolean => {
  const max = maxOf(scene, field);
  const bound = convertAmount(value, unit, field.unit);
  return max === null || bound === null || bound <= max;
};

/** "took longer than 45 minutes" where no request ever did: the time of another kind that goes so far; null where none does. */
export const timeThatReaches = (scene: Scene, own: FieldRef, value: number, unit: QuantityUnit): FieldRef | null => {
  const played = scene.data.rolesByService.get('duration') ?? [];
  if ([own, ...played].some((field) => reaches(scene, field, value, unit))) return null;
  return measuredTimes(scene).find(({ ref }) => reaches(scene, ref, value, unit))?.ref ?? null;
};

/** "less than 24h before arrival" of requests that take seconds: a bound that all of them are below says nothing of them. */
export const allAreBelow = (scene: Scene, field: FieldRef, value: number, unit: QuantityUnit): boolean =>
  !reaches(scene, field, value, unit);

const LASTS = /^(?:the )?(?:longest|shortest)$/i;
/** The share of questions for how long a thing lasted that mean what records tell of it, where they do. */
const toldKeeps = 0.85;

/**
 * "the longest delivery", "the average delivery time": how long the thing itself took, where records tell that it did so
 * beside how long the request took that says so; null where they do not.
 */
export const lastingTime = (scene: Scene, cue: number, thing: number): FieldRef | null => {
  const isSaid = markAt(scene, thing)?.meaning.kind === 'message';
  const lasts = LASTS.test(markAt(scene, cue)?.text ?? '') || /^times?$/i.test(markAt(scene, thing + 1)?.text ?? '');
  const told = measuredTimes(scene).find((entry) => tellsTaken(scene, entry));
  if (!isSaid || !lasts || told === undefined) return null;
  assume(scene, `how long it took is ${told.ref.path.join('.')}`, toldKeeps);
  return told.ref;
};

/** The time that is called after what messages say was done; null where none is. */
export const timeOfDeed = (scene: Scene): FieldRef | null =>
  measuredTimes(scene).find((entry) => isOfDeed(scene, entry))?.ref ?? null;
