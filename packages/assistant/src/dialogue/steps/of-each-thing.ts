import type { FieldRef } from '../../ir/field-ref.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import type { Step } from './draft.ts';

const EACH = /^(?:(?:did|does|do|has|had|have|was|is) )?(?:each|every one)$/i;
const AGAIN = /^(?:of|one|them|those|these|the)$/i;
/** What an "each" before it would be of. */
const NAMES = /^(?:field|value|time|unknown|message)$/;
const IS_OF = /^(?:role|entity|severity|outcome|database)$/;

/** The one thing that was listed, or that groups were made of. */
const listedThing = (ir: QueryIR): FieldRef | null => {
  if (ir.related !== null) return null;
  const [column] = ir.columns;
  if (ir.shape === 'distinct') return ir.columns.length === 1 ? (column ?? null) : null;
  const keys = ir.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  return ir.shape === 'table' && ir.limit === null && keys.length === 1 ? (keys[0] ?? null) : null;
};

const eachAt = (marks: readonly Mark[]): number =>
  marks.findIndex(({ text, meaning }, at) => {
    if (meaning.kind !== 'concept' || !(EACH.test(text) || /\beach$/i.test(text))) return false;
    if (meaning.concept.kind !== 'each' && meaning.concept.kind !== 'group') return false;
    const next = marks.slice(at + 1).find((mark) => !AGAIN.test(mark.text));
    if (next === undefined) return true;
    const isThing = next.meaning.kind === 'concept' && IS_OF.test(next.meaning.concept.kind);
    // "each day", "each service": of that, and not of what was listed.
    return (
      !isThing &&
      (!NAMES.test(next.meaning.kind) || (next.meaning.kind === 'time' && next.meaning.time.kind === 'time'))
    );
  });

/** "which endpoints are there?" > "how many requests did each get today?": by the thing that was listed. */
export const ofEachThing: Step = ({ ir, marks }, { scene }) => {
  const field = listedThing(ir);
  const at = field === null ? -1 : eachAt(marks);
  const mark = marks[at];
  const asks = marks.some(
    ({ meaning }) =>
      (meaning.kind === 'concept' && /^(?:count|stat|percentile|percentiles|ratio)$/.test(meaning.concept.kind)) ||
      (meaning.kind === 'literal' && meaning.token.kind === 'percentile'),
  );
  if (field === null || mark === undefined || !asks) return null;
  const by: Mark = { ...mark, text: 'by', meaning: { kind: 'concept', concept: { kind: 'group' }, fields: [] } };
  const thing: Mark = {
    ...mark,
    text: field.path.at(-1) ?? 'it',
    meaning: { kind: 'field', links: [{ dataset: scene.dataset, field }] },
  };
  const end = marks.findIndex((next, place) => place > at && !AGAIN.test(next.text));
  const rest = end < 0 ? [] : marks.slice(end);
  // The group is said last, so that what is counted is read by itself.
  const closes = rest.findIndex(({ meaning }) => meaning.kind === 'punctuation');
  const body = closes < 0 ? rest : rest.slice(0, closes);
  return { ir, marks: [...marks.slice(0, at), ...body, by, thing, ...rest.slice(body.length)] };
};
