import { type Dataset, type FieldRef, sameField } from '../ir/field-ref.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { FieldEntry } from './field-entry.ts';

/** A value that says what happened: `signin.rejected` is a sign-in, and that it was rejected. */
export interface EventCode {
  readonly dataset: Dataset;
  readonly field: FieldRef;
  readonly value: string;
  readonly count: number;
  /** The thing in its one form, and what is left of the deed without its ending. */
  readonly thing: string;
  readonly deed: string;
}

const stemCharsMin = 4;

/** What the verb, its noun and its past have in common: "starts", "started"; "failure", "failed"; "submission", "submitted". */
export const deedStem = (word: string): string => {
  const lower = word.toLowerCase();
  const stem = lower
    .replace(/(?:ations?|ions?|ments?|ings?|ures?|ied|ies|y|ed|als?|es|s|e)$/, '')
    .replace(/mis{1,2}$/, 'mit')
    .replace(/([^aeiou])\1$/, '$1');
  return stem.length >= stemCharsMin ? stem : lower;
};

const CODE = /^[a-zA-Z][a-zA-Z0-9]*(?:[._:/-][a-zA-Z0-9]+)+$|^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/;
const DONE = /(?:ed|sent|paid|lost|sold|made|taken|found|shown|begun|built|begin|end)$/i;
const QUEUE = /(?:^|[._])(?:queue|topic|destination|exchange|channel|routing_?key|stream)(?:[._]name)?$/i;
const codesMin = 3;
const doneShareMin = 0.4;

/** Whether the values of a field are codes of a thing and a deed, as far as their forms tell. */
const holdsEvents = ({ ref, source, name }: FieldEntry): boolean => {
  // Queues are called as what is put into them, and hold more than that it happened.
  if (QUEUE.test(name)) return false;
  const { values } = source;
  if (ref.type !== 'string' || /^(?:service|errortype)$/.test(ref.role ?? '') || values.length < codesMin) return false;
  // Codes of errors are shouted, and are named as they stand.
  if (values.some(({ value }) => value === value.toUpperCase())) return false;
  const done = values.filter(({ value }) => DONE.test(value)).length;
  return values.every(({ value }) => CODE.test(value)) && done >= values.length * doneShareMin;
};

const codesOf = (dataset: Dataset, { ref, source }: FieldEntry): readonly EventCode[] =>
  source.values.map(({ value, count }) => {
    const words = nameWords(value);
    const thing = wordForm(joinedForm(words.slice(0, -1).join('')));
    return { dataset, field: ref, value, count, thing, deed: deedStem(words.at(-1) ?? '') };
  });

/** The codes of events that fields hold, by the thing they tell of. */
export const eventCodes = (
  logs: readonly FieldEntry[],
  spans: readonly FieldEntry[],
): ReadonlyMap<string, readonly EventCode[]> => {
  const found = new Map<string, EventCode[]>();
  for (const [dataset, entries] of [['logs', logs] as const, ['spans', spans] as const])
    for (const code of entries.filter(holdsEvents).flatMap((entry) => codesOf(dataset, entry)))
      found.set(code.thing, [...(found.get(code.thing) ?? []), code]);
  return found;
};

/** The codes of one field that tell of the same thing as one of its values: of a sign-in, that it was accepted and rejected. */
export const siblingsOf = (
  codes: ReadonlyMap<string, readonly EventCode[]>,
  field: FieldRef,
  value: string,
): readonly EventCode[] => {
  const own = [...codes.values()].flat().filter((code) => sameField(code.field, field));
  const thing = own.find((code) => code.value === value)?.thing;
  return own.filter((code) => code.thing === thing);
};
