import { messageTokens } from '../../catalog/vocabulary.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, type Scene } from '../scene.ts';

/** More are no codes but what somebody wrote. */
const codesMax = 100;
const CODE = /^[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*$/;

/** The words of `partner_timeout`, `PartnerTimeout`. */
const wordsOf = (code: string): readonly string[] =>
  messageTokens(code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.-]/g, ' ')).map(wordForm);

const saysAll = (code: string, words: readonly string[]): boolean => {
  const own = wordsOf(code);
  return own.some((_, at) => words.every((word, step) => own[at + step] === word));
};

interface Codes {
  readonly field: FieldRef;
  readonly values: readonly string[];
}

const codesSaying = ({ data }: Scene, words: readonly string[]): readonly Codes[] =>
  data.fields.flatMap(({ ref, source }): readonly Codes[] => {
    const { values, distinct } = source;
    if (ref.root !== 'd' || (ref.role !== null && ref.role !== 'errortype') || distinct > codesMax) return [];
    const found = values.map(({ value }) => value).filter((value) => saysAll(value, words));
    return found.length > 0 && values.every(({ value }) => CODE.test(value)) ? [{ field: ref, values: found }] : [];
  });

/** "timeouts", where no message says so but a code of errors does: those codes; null where messages say it, or no one field. */
export const symptomCodes = (scene: Scene, at: number): Pred | null => {
  const concept = conceptAt(scene, at);
  const { words: known, phrases } = scene.data.vocabulary;
  if (concept?.kind !== 'symptom' || scene.dataset !== 'logs' || known.size === 0) return null;
  const words = messageTokens(concept.phrase).map(wordForm);
  const said = words.join(' ');
  if (words.some((word) => known.has(word)) || phrases.has(said)) return null;
  const [found, ...others] = codesSaying(scene, words);
  if (found === undefined || others.length > 0) return null;
  const values = found.values.map((value) => ({ kind: 'text', value }) as const);
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { kind: 'compare', field: found.field, op: '==', value: only }
    : { kind: 'in', field: found.field, values };
};
