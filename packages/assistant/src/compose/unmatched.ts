import type { Dataset } from '../ir/field-ref.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { assume } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

const MATCHING = /^(?:matching|corresponding|associated|related|matched)$/i;
const PASSED = /^(?:a|an|any|the|its|their|has|have|with|whose)$/i;

const conceptOf = (mark: Mark | undefined): Concept | null =>
  mark?.meaning.kind === 'concept' ? mark.meaning.concept : null;
const entityOf = (mark: Mark | undefined): string => {
  const concept = conceptOf(mark);
  return concept?.kind === 'entity' ? concept.entity : '';
};

interface Lack {
  readonly own: Dataset;
  readonly other: Dataset;
  readonly cue: readonly number[];
}

/** "with no matching trace", "traces with no logs": what is not there, and what of it is asked about. */
const lackIn = (marks: readonly Mark[]): Lack | null => {
  for (const [at, mark] of marks.entries()) {
    if (conceptOf(mark)?.kind !== 'negation') continue;
    let next = at + 1;
    let matching = false;
    while (MATCHING.test(marks[next]?.text ?? '') || PASSED.test(marks[next]?.text ?? '')) {
      matching ||= MATCHING.test(marks[next]?.text ?? '');
      next += 1;
    }
    const lacked = entityOf(marks[next]);
    const before = marks.slice(0, at);
    const ofSpans = before.some(
      (each) => /^(?:span|trace)$/.test(entityOf(each)) || conceptOf(each)?.kind === 'root-span',
    );
    const cue = Array.from({ length: next - at + 1 }, (_, step) => at + step);
    // "spans whose trace has no logs": the trace says how they belong together.
    const whose = before.flatMap((each, index) =>
      /^(?:with|whose|that have|that has|has|have)$/i.test(each.text) ||
      (entityOf(each) === 'trace' && /^whose$/i.test(marks[index - 1]?.text ?? ''))
        ? [index]
        : [],
    );
    if (/^(?:span|trace)$/.test(lacked) && matching && !ofSpans)
      return { own: 'logs', other: 'spans', cue: [...whose, ...cue] };
    if (lacked === 'log' && ofSpans) return { own: 'spans', other: 'logs', cue: [...whose, ...cue] };
  }
  return null;
};

/** "logs with no matching trace", "traces with no logs": records of whose trace the other data has none. */
export const composeUnmatched = (input: Input): Reading | null => {
  const { index, marks } = input;
  const lack = lackIn(marks);
  if (lack === null || index.logs.records === 0 || index.spans.records === 0) return null;
  const [own, other] = [index[lack.own].roles.get('trace'), index[lack.other].roles.get('trace')];
  if (own === undefined || other === undefined) return null;
  const read = (dataset: Dataset, list: readonly Mark[]): Reading =>
    compose({ ...input, dataset, marks: list, valueRank: 0, seed: null });
  const asked = read(
    lack.own,
    marks.filter((_, at) => !lack.cue.includes(at)),
  );
  const to: QueryIR = read(lack.other, []).ir;
  if (asked.ir.related !== null) return null;
  const ignored = ignoredMarks(asked.scene);
  const taken = new Set(marks.flatMap((mark, at) => (ignored.includes(mark) ? [] : [at])));
  const scene = { ...asked.scene, marks, taken, assumptions: [...asked.scene.assumptions] };
  assume(scene, 'what belongs together is of the same trace', 0.97);
  return { ir: { ...asked.ir, related: { to, own, other, without: true } }, scene };
};
