import { swapStages } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** `limit` takes any rows where nothing was sorted before it; what follows then sees a random part. */
export const earlyLimit: Rule = {
  code: 'DP5005',
  severity: 'warning',
  find: (input) => {
    const sort = input.stages.findIndex(({ kind }) => kind === 'sort');
    return input.stages.flatMap((stage, index) => {
      const next = input.stages[index + 1];
      const isSorted = sort >= 0 && sort < index;
      if (stage.kind !== 'limit' || stage.command !== 'limit' || isSorted || next === undefined) return [];
      if (next.kind !== 'filter' && next.kind !== 'sort' && next.kind !== 'group') return [];
      const message = `\`${next.command}\` after \`limit\` sees any ${stage.count} rows, for nothing was sorted before`;
      const title = `Write \`${next.command}\` first`;
      const { span } = stage;
      return [{ span, message, fix: swapStages(input, title, span, next.span) }];
    });
  },
};
