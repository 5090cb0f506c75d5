import type { FieldRef } from '../../ir/field-ref.ts';
import { isNegated } from '../negation.ts';
import { addPred, conceptAt, markAt, type Scene, take } from '../scene.ts';

const COPULA = /^(?:is|are|was|were|be|been|being|got|get|gets)$/i;

/** The flag that a word names which else carries nothing: "resolved", where records tell whether they are. */
const flagAt = (scene: Scene, at: number): { readonly field: FieldRef; readonly opposite: boolean } | null => {
  const mark = markAt(scene, at);
  if (mark === undefined || scene.taken.has(at)) return null;
  const flags = scene.data.fields.filter(({ ref }) => ref.type === 'bool');
  const called = (word: string): FieldRef | undefined =>
    flags.find(
      ({ ref }) =>
        ref.path
          .at(-1)
          ?.toLowerCase()
          .replace(/^(?:is|was)_?/, '') === word,
    )?.ref;
  const word = mark.text.toLowerCase();
  const plain = conceptAt(scene, at)?.kind === 'filler' ? called(word) : undefined;
  if (plain !== undefined) return { field: plain, opposite: false };
  const whole = /^(?:un|not |non-?)(\p{L}{4,})$/u.exec(word)?.[1];
  const known = /^(?:unknown|message|concept)$/.test(mark.meaning.kind);
  const other = whole === undefined || !known ? undefined : called(whole);
  return other === undefined ? null : { field: other, opposite: true };
};

/** "tickets that were not resolved", "unresolved tickets": told by a flag, whatever the word means where there is none. */
export const spokenFlags = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const flag = flagAt(scene, at);
    if (flag === null) continue;
    const negated = isNegated(scene, at);
    if (!negated && !flag.opposite && !COPULA.test(markAt(scene, at - 1)?.text ?? '')) continue;
    take(scene, at);
    const value = negated === flag.opposite;
    addPred(scene, 'outcome', { kind: 'compare', field: flag.field, op: '==', value: { kind: 'bool', value } }, at);
  }
};
