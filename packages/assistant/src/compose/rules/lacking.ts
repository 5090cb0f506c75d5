import type { FieldRef } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { addPred, conceptAt, isGap, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';

const LACKS = /^(?:without|without any|with no|no|(?:do|does|did)(?:n['’]t| not) have|missing|lack|lacks|lacking)$/i;
/** A value is never said with one of these; a thing that is not there is. */
const ARTICLE = /^(?:a|an|any)$/i;
const ANY = /(?:any|no)$/i;

/** `user_id` tells the user. */
const thingOf = ({ path }: FieldRef): string => {
  const name = path.at(-1)?.replace(/[._-]?id$/i, '') ?? '';
  return wordForm(name.split('.').at(-1) ?? '');
};

/** The field that a word names by its last part, though a value is called so as well. */
const calledSo = (scene: Scene, text: string): FieldRef | null => {
  const said = wordForm(text);
  const named = scene.data.fields.filter(({ ref }) => thingOf(ref) === said);
  return named.length === 1 ? (named[0]?.ref ?? null) : null;
};

const lackedAt = (scene: Scene, at: number, article: boolean): FieldRef | null => {
  const concept = conceptAt(scene, at);
  // "traces with no errors" are told by what is in them; a record has no trace.
  if (concept?.kind === 'entity' && concept.entity === 'trace')
    return scene.dataset === 'logs' ? roleField(scene, 'trace') : null;
  const mark = markAt(scene, at);
  return article && mark?.meaning.kind === 'value' ? calledSo(scene, mark.text) : null;
};

/** What follows that says how such a thing is: "no trace with errors". */
const isDescribed = (scene: Scene, at: number): boolean => {
  const kind = conceptAt(scene, at)?.kind;
  return kind === 'with' || kind === 'which' || kind === 'comparator' || markAt(scene, at)?.meaning.kind === 'amount';
};

/** "logs without a trace", "sessions with no driver": things that records have as a field, and these lack. */
export const lacking = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const kind = conceptAt(scene, at)?.kind;
    if (scene.taken.has(at) || (kind !== 'negation' && kind !== 'presence') || !LACKS.test(mark.text)) continue;
    const thing = nextContent(scene, at + 1);
    const between = scene.marks.slice(at + 1, Math.max(at + 1, thing));
    const article = ANY.test(mark.text) || between.some(({ text }) => ARTICLE.test(text));
    const field = thing < 0 || between.length > 2 ? null : lackedAt(scene, thing, article);
    if (field === null || isDescribed(scene, thing + 1)) continue;
    const before = at - 1;
    const has = !isGap(scene, before) && conceptAt(scene, before)?.kind === 'with' ? [before] : [];
    take(scene, ...has, at, thing);
    addPred(scene, 'presence', { kind: 'compare', field, op: '==', value: { kind: 'null' } }, thing);
  }
};
