import type { Related } from '../ir/query-ir.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { assume } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

const conceptOf = (mark: Mark | undefined): Concept | null =>
  mark?.meaning.kind === 'concept' ? mark.meaning.concept : null;
const isTrace = (mark: Mark): boolean => {
  const concept = conceptOf(mark);
  return concept?.kind === 'entity' && concept.entity === 'trace';
};

/** What a root span does with its trace says nothing more of it. */
const STARTS =
  /^(?:start|starts|started|begin|begins|began|open|opened|lead|leads|led|led to|cause|caused|trigger|triggered|are behind|behind|they|them|those|it|to|in|for|of|begun)$/i;

/** The marks of what the traces are, "with a failed span in X", from the word that leads to it up to a comma or the end. */
const whoseAt = (marks: readonly Mark[], trace: number): { readonly from: number; readonly to: number } | null => {
  const from = marks.findIndex((mark, at) => at > trace && conceptOf(mark)?.kind !== 'filler');
  const kind = conceptOf(marks[from])?.kind ?? '';
  if (!/^(?:with|preposition)$/.test(kind)) return null;
  const comma = marks.findIndex((mark, at) => at > from && /^[,:?]$/.test(mark.text));
  return { from: from + 1, to: comma < 0 ? marks.length : comma };
};

/**
 * "for traces with a failed span in X, which root operations started them": a root span is none that failed there, so the traces
 * lead from the ones to the others. Null where no root spans of such traces are asked for.
 */
export const composeRootsOfTraces = (input: Input): Reading | null => {
  const { index, marks } = input;
  const field = index.spans.roles.get('trace');
  const trace = marks.findIndex(isTrace);
  const whose = trace < 0 ? null : whoseAt(marks, trace);
  if (field === undefined || whose === null || index.spans.records === 0) return null;
  const isWhose = (at: number): boolean => at >= whose.from && at < whose.to;
  if (!marks.some((mark, at) => conceptOf(mark)?.kind === 'root-span' && !isWhose(at))) return null;
  const said = (at: number): boolean => at === trace || at === whose.from - 1 || STARTS.test(marks[at]?.text ?? '');
  const places = [...marks.keys()];
  const read = (list: readonly number[]): Reading =>
    compose({ ...input, dataset: 'spans', marks: list.flatMap((at) => marks[at] ?? []), valueRank: 0, seed: null });
  const isTime = (at: number): boolean => marks[at]?.meaning.kind === 'time';
  const own = read(places.filter((at) => (!isWhose(at) || isTime(at)) && !said(at)));
  const side = read(places.filter((at) => isWhose(at) && !isTime(at)));
  if (side.scene.missing.length > 0 || side.ir.where.length === 0) return null;
  const related: Related = { to: { ...side.ir, shape: 'rows', columns: [] }, own: field, other: field };
  const ignored = [...ignoredMarks(own.scene), ...ignoredMarks(side.scene)];
  const taken = new Set(places.filter((at) => !ignored.includes(marks[at] as Mark)));
  const scene = { ...own.scene, marks, taken, assumptions: [...own.scene.assumptions] };
  assume(scene, 'the root spans are those of the same traces', 0.93);
  return { ir: { ...own.ir, related }, scene };
};
