import type { Pred, QueryIR } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { assume } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

const LEAF = /^(?:leaf|leaves|childless)(?: spans?)?$/i;
const CHILDREN = /^(?:child|children|child spans?|children spans?)$/i;
const ORPHAN = /^(?:orphans?|orphaned)(?: spans?)?$/i;

const isNegation = (mark: Mark | undefined): boolean =>
  mark?.meaning.kind === 'concept' && mark.meaning.concept.kind === 'negation';

/** Which spans lack what, and the marks that say so. */
const lackedIn = (
  marks: readonly Mark[],
): { readonly kin: 'child' | 'parent'; readonly cue: readonly number[] } | null => {
  const leaf = marks.findIndex(({ text }) => LEAF.test(text));
  if (leaf >= 0) return { kin: 'child', cue: [leaf] };
  const orphan = marks.findIndex(({ text }) => ORPHAN.test(text));
  if (orphan >= 0) return { kin: 'parent', cue: [orphan] };
  const children = marks.findIndex(({ text }) => CHILDREN.test(text));
  const without = [children - 1, children - 2].find((at) => isNegation(marks[at]));
  return children < 0 || without === undefined
    ? null
    : { kin: 'child', cue: Array.from({ length: children - without + 1 }, (_, step) => without + step) };
};

/** "leaf spans", "spans without children", "orphan spans": those that no span has for a parent, or whose parent never came. */
export const composeKinless = (input: Input): Reading | null => {
  const { index, marks } = input;
  const lacked = lackedIn(marks);
  const [span, parent] = [index.spans.roles.get('span'), index.spans.roles.get('parent')];
  if (lacked === null || span === undefined || parent === undefined || index.spans.records === 0) return null;
  const read = (list: readonly Mark[]): Reading =>
    compose({ ...input, dataset: 'spans', marks: list, valueRank: 0, seed: null });
  const own = read(marks.filter((_, at) => !lacked.cue.includes(at)));
  const all: QueryIR = read([]).ir;
  if (own.ir.related !== null) return null;
  const [has, other] = lacked.kin === 'child' ? [span, parent] : [parent, span];
  const named: Pred = { kind: 'compare', field: parent, op: '!=', value: { kind: 'text', value: '' } };
  const where = lacked.kin === 'parent' ? [...own.ir.where, named] : own.ir.where;
  const ignored = ignoredMarks(own.scene);
  const taken = new Set(marks.flatMap((mark, at) => (ignored.includes(mark) ? [] : [at])));
  const scene = { ...own.scene, marks, taken, assumptions: [...own.scene.assumptions] };
  assume(
    scene,
    lacked.kin === 'child' ? 'a leaf is no parent of any span' : 'an orphan names a parent that is not there',
    0.97,
  );
  return { ir: { ...own.ir, where, related: { to: all, own: has, other, without: true } }, scene };
};
