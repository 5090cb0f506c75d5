import type { Reading } from '../compose/compose.ts';
import type { Mark } from '../link/mark.ts';
import { addsFigure } from './is-edit.ts';

const RATHER = /^(rather than|instead of)$/i;

/** What is said without what it is to replace: "median rather than average", "instead of errors show warnings". */
export const meant = (marks: readonly Mark[]): readonly Mark[] => {
  const [first] = marks;
  const next = marks.slice(1).find(({ meaning }) => meaning.kind !== 'concept' || meaning.concept.kind !== 'filler');
  const widens = first !== undefined && /^(include|including|add)$/i.test(first.text);
  // "include criticals" widens what was asked; it searches no text.
  if (
    first !== undefined &&
    (widens || addsFigure(marks)) &&
    (next?.meaning.kind === 'value' ||
      next?.meaning.kind === 'literal' ||
      (next?.meaning.kind === 'concept' && /^(severity|stat|percentile|ratio|count)$/.test(next.meaning.concept.kind)))
  )
    return [
      { ...first, meaning: { kind: 'concept', concept: { kind: 'edit', edit: 'add' }, fields: [] } },
      // "with their error rate": of the groups that are shown.
      ...marks.slice(1).filter(({ text }) => widens || !/^(their|its)$/i.test(text)),
    ];
  const swaps = first !== undefined && /^(swap|replace|exchange|switch|change)$/i.test(first.text);
  const joint = swaps ? marks.findIndex(({ text }, index) => index > 1 && /^(for|with|by|to)$/i.test(text)) : -1;
  // "swap the average for p90"
  if (first !== undefined && joint > 0)
    return [
      { ...first, meaning: { kind: 'concept', concept: { kind: 'edit', edit: 'replace' }, fields: [] } },
      ...marks.slice(joint + 1),
    ];
  const at = marks.findIndex(({ text }) => RATHER.test(text));
  if (at < 0) return marks;
  return at === 0 ? marks.slice(2) : marks.slice(0, at);
};

/** "and number of requests" after a rate of each group is one figure more. */
export const withCount = ({ ir }: Reading, marks: readonly Mark[]): readonly Mark[] => {
  const [first, next] = marks.filter(({ meaning }) => meaning.kind !== 'concept' || meaning.concept.kind !== 'filler');
  const figures = ir.keys.length > 0 && ir.metrics.length > 0 && ir.metrics.every(({ kind }) => kind !== 'count');
  const counts = next?.meaning.kind === 'concept' && next.meaning.concept.kind === 'count';
  const plain = marks.every(
    ({ meaning }) =>
      meaning.kind === 'punctuation' ||
      (meaning.kind === 'concept' && /^(?:conjunction|filler|count|entity|volume)$/.test(meaning.concept.kind)),
  );
  if (first === undefined || !/^(?:and|with|plus)$/i.test(first.text) || !figures || !counts || !plain) return marks;
  const add: Mark = { ...first, meaning: { kind: 'concept', concept: { kind: 'edit', edit: 'add' }, fields: [] } };
  return marks.map((mark) => (mark === first ? add : mark));
};
