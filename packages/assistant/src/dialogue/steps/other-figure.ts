import { conceptAt, type Scene } from '../../compose/scene.ts';
import type { Overall } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { type Step, withoutMarks } from './draft.ts';

const figureAt = (scene: Scene, at: number): Pick<Overall, 'fn' | 'p'> | null => {
  const meaning = scene.marks[at]?.meaning;
  const concept = conceptAt(scene, at);
  if (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
    return { fn: 'percentile', p: meaning.token.p };
  if (concept?.kind === 'percentile') return { fn: 'percentile', p: concept.p };
  return concept?.kind === 'stat' ? { fn: concept.fn, p: null } : null;
};

const isBucket = ({ meaning }: Mark): boolean => meaning.kind === 'time' && meaning.time.kind === 'bucket';

/** "and the maximum?" after an average over groups, "average per minute" after counts per minute: of the same groups. */
export const otherFigure: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const [before] = ir.overall;
  const found = marks.flatMap((_, at) => figureAt(scene, at) ?? []);
  const [figure] = found;
  const rest = marks.every(
    ({ meaning }, at) =>
      figureAt(scene, at) !== null ||
      meaning.kind === 'punctuation' ||
      isBucket(marks[at] as Mark) ||
      (meaning.kind === 'concept' && /^(filler|conjunction|edit)$/.test(meaning.concept.kind)),
  );
  const [metric] = ir.metrics;
  const series = ir.keys.some(({ kind }) => kind === 'bucket') && ir.metrics.length === 1 && metric?.kind === 'count';
  const of = before?.of ?? (series ? metric.name : undefined);
  if (of === undefined || before?.fn === 'count' || figure === undefined || found.length > 1 || !rest) return null;
  // "the maximum?" alone is the time that has it.
  if (before === undefined && figure.fn === 'max' && !marks.some(isBucket)) return null;
  const prefix = figure.p === null ? figure.fn : `p${String(figure.p).slice(2).padEnd(2, '0')}`;
  return {
    ir: { ...ir, overall: [{ ...figure, of, name: `${prefix}_${of}` }] },
    marks: withoutMarks(marks, () => true),
  };
};
