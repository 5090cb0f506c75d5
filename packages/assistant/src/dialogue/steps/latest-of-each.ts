import { fieldAt, roleField, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Key, QueryIR } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import type { Mark } from '../../link/mark.ts';
import { isSpent, readWords, type Step, withoutMarks } from './draft.ts';
import { isOutcome } from './preds.ts';

const ASKED =
  /^(?:(?:and|but|so|ok|okay|now|then|please|only|just|keep|show|show me|give me|list|see|i want|i need)[\s,]+)*(?:only |just )?(?:the )?(?:very )?(last|latest|newest|most recent|first|earliest|oldest)(?: (ones?|records?|lines?|logs?|entry|spans?|events?|messages?|occurrence|errors?))?(?: (?:of|for|per|from|in|by))?(?: (?:each|every))?(?: (?:one|group|of (?:them|those|these)))?(?=[\s?.!]|$)/i;
const EACH = /\b(?:each|every|per)\b/i;

/** The field whose values are meant: one of the groups there are, or of records any that is named. */
const namedIn = (scene: Scene, { keys, shape }: QueryIR): FieldRef | null => {
  const known = keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  for (const [at, { meaning }] of scene.marks.entries()) {
    const links = meaning.kind === 'field' ? meaning.links.map(({ field }) => field) : [fieldAt(scene, at)];
    const key = known.find((field) => links.some((link) => link !== null && sameField(link, field)));
    if (key !== undefined) return key;
    const field = shape === 'rows' ? fieldAt(scene, at) : null;
    if (field !== null) return field;
  }
  return null;
};

const isNamed = (mark: Mark): boolean =>
  mark.meaning.kind === 'field' || (mark.meaning.kind === 'concept' && mark.meaning.concept.kind === 'role');

/** "errors by exception type" > "just the latest of each type": of each group, or of each value that is named, its newest record. */
export const latestOfEach: Step = ({ ir, marks }, about) => {
  const time = roleField(about.scene, 'timestamp');
  const read = ir.related !== null || ir.shape === 'distinct' ? null : readWords(marks, ASKED);
  if (read === null || time === null || !EACH.test(read.match[0])) return null;
  // "the latest error of each" of requests are other records.
  if (/^errors?$/i.test(read.match[2] ?? '') && !ir.where.some(isOutcome)) return null;
  const rest = withoutMarks(read.marks, (at) => isNamed(read.marks[at] as Mark));
  const field = namedIn({ ...about.scene, marks: read.marks }, ir);
  const keys: readonly Key[] = field === null ? ir.keys : [{ kind: 'field', field }];
  const said = read.marks.some(isNamed);
  if (!isSpent(rest) || said === (field === null) || keys.length === 0 || keys.some(({ kind }) => kind !== 'field'))
    return null;
  const newest = /^(?:last|latest|newest|most recent)$/i.test(read.match[1] ?? '');
  const order = { by: 'field', field: time, direction: newest ? 'desc' : 'asc' } as const;
  return { ir: { ...rowsOf(ir), keys, perGroup: 1, order }, marks: rest };
};
