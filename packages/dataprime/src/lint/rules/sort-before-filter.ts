import { swapStages } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** A condition keeps the same rows in the same order before the sorting, which then has fewer to sort. */
export const sortBeforeFilter: Rule = {
  code: 'DP5015',
  severity: 'info',
  find: (input) =>
    input.stages.flatMap((stage, index) => {
      const next = input.stages[index + 1];
      if (stage.kind !== 'sort' || stage.command !== 'orderby' || next?.kind !== 'filter') return [];
      const title = `Write \`${next.command}\` first`;
      const message = `\`${next.command}\` after \`orderby\` keeps the same rows; before it, fewer are sorted`;
      return [{ span: stage.span, message, fix: swapStages(input, title, stage.span, next.span) }];
    }),
};
