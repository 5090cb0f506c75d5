import { fieldAt, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step, withoutMarks } from './draft.ts';

const NAMED =
  /\b(?:sort(?:ed)?|order(?:ed)?)?(?: it| them| that)?\s*(?:alphabetically|in alphabetical order|by name|by alphabet|a to z|from a to z)\b/i;
const SORTS =
  /^(?:(?:and|ok|now|but|please|can you)[\s,]+)*(?:sort(?:ed)?|order(?:ed)?)(?: (?:it|them|that|those|the \w+))?(?: by)?\b/i;

const sorted = (ir: QueryIR, field: FieldRef, direction: 'asc' | 'desc'): QueryIR | null => {
  const plain = field.path.every((key) => /^[A-Za-z_]\w*$/.test(key));
  return plain ? { ...ir, order: { by: 'column', name: field.path.join('.'), direction } } : null;
};

/** "sort by service", "alphabetically": groups by what they are called. */
export const sortByKey: Step = ({ ir, marks }, about) => {
  const keys = ir.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  const [first] = keys;
  if (first === undefined) return null;
  const named = readWords(marks, NAMED);
  const alphabetical = named === null ? null : sorted(ir, first, 'asc');
  if (named !== null && alphabetical !== null) return { ir: alphabetical, marks: named.marks };
  const scene: Scene = { ...about.scene, marks };
  const said = marks.map(({ text }) => text).join(' ');
  if (!SORTS.test(said)) return null;
  const key = keys.find((field) =>
    marks.some((_, at) => {
      const other = fieldAt(scene, at);
      return other !== null && sameField(other, field);
    }),
  );
  const direction = /\bdesc(?:ending)?\b/i.test(said) ? 'desc' : 'asc';
  const next = key === undefined ? null : sorted(ir, key, direction);
  return next === null ? null : { ir: next, marks: withoutMarks(marks, () => true) };
};
