import type { FieldEntry } from '../../catalog/field-entry.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { addPred, conceptAt, hasConcept, linksAt, markAt, type Scene, take } from '../scene.ts';
import { equals } from './filters.ts';

/** A shorter number is an amount. */
const digitsMin = 7;

const samplesOf = ({ source }: FieldEntry): readonly string[] => [
  ...source.values.map(({ value }) => value),
  ...source.examples,
];

/** Whether the values of a field are numbers as texts, of so many digits each. */
const isNumbered = (entry: FieldEntry, digits: number): boolean => {
  const samples = samplesOf(entry);
  const isText = entry.source.types.some(({ type, share }) => type === 'string' && share > 0.5);
  return (
    entry.ref.root === 'd' &&
    isText &&
    samples.length > 1 &&
    samples.every((value) => /^\d+$/.test(value) && value.length === digits)
  );
};

/** "customer 4915100234": what it is the number of, though an application is called so too. */
const isItsKind = (scene: Scene, field: FieldRef, at: number): boolean => {
  const concept = conceptAt(scene, at);
  const [link] = linksAt(scene, at);
  const [named] = nameWords(field.path.at(-1) ?? '');
  return (
    wordForm(markAt(scene, at)?.text ?? '') === named ||
    (concept?.kind === 'role' && concept.role === 'user') ||
    (/^(?:app|service)$/.test(link?.field.role ?? '') && /^\p{L}+$/u.test(markAt(scene, at)?.text ?? ''))
  );
};

/** "customer 4915100234", "everything about 4915100234": a long number is the thing that is numbered so, and no amount. */
export const numbersOfThings = (scene: Scene): void => {
  // "between 1000000 and 2000000" are amounts.
  if (hasConcept(scene, 'between')) return;
  for (const [at, { meaning, text }] of scene.marks.entries()) {
    if (meaning.kind !== 'amount' || meaning.unit !== null || scene.taken.has(at)) continue;
    if (!/^\d+$/.test(text) || text.length < digitsMin) continue;
    if (conceptAt(scene, at - 1)?.kind === 'comparator') continue;
    const [found, ...others] = scene.data.fields.filter((entry) => isNumbered(entry, text.length));
    if (found === undefined || others.length > 0) continue;
    take(scene, at);
    if (isItsKind(scene, found.ref, at - 1)) take(scene, at - 1);
    if (/^(?:number|no|nr)$/i.test(markAt(scene, at - 1)?.text ?? '')) take(scene, at - 1);
    addPred(scene, 'id', equals(found.ref, text), at);
  }
};
