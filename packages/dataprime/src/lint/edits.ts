import type { Span } from '@clearspan/text';
import type { Stage } from '../ast/stage.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { LintInput } from './rule.ts';

export const textAt = ({ parsed }: LintInput, { start, end }: Span): string => parsed.text.slice(start, end);

/** The stage that begins at a place; the stages are in the order of the text. -1 where none does. */
const indexAt = (stages: readonly Stage[], start: number): number => {
  let [low, high] = [0, stages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stages[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return stages[low]?.span.start === start ? low : -1;
};

/** Takes the command of this span out of the pipe, with the bar that joins it. Null where it is the only one. */
export const removeStage = ({ parsed }: LintInput, title: string, { start, end }: Span): Fix | null => {
  const { stages } = parsed.query;
  const index = indexAt(stages, start);
  const before = stages[index - 1];
  const after = stages[index + 1];
  if (before !== undefined) return { title, span: { start: before.span.end, end }, text: '' };
  return after === undefined ? null : { title, span: { start, end: after.span.start }, text: '' };
};

/** Lets two neighbouring commands change places; what stands between them stays. */
export const swapStages = (input: LintInput, title: string, first: Span, second: Span): Fix => ({
  title,
  span: { start: first.start, end: second.end },
  text: `${textAt(input, second)}${input.parsed.text.slice(first.end, second.start)}${textAt(input, first)}`,
});
