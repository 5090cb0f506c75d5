import type { Rule } from '../rule.ts';

/** Whole records are large, and nobody reads all of them in order. */
export const sortWithoutLimit: Rule = {
  code: 'DP5004',
  severity: 'info',
  find: ({ stages }) => {
    const index = stages.findIndex((stage) => stage.kind === 'sort' && stage.shape.stored);
    const sort = stages[index];
    const isCut = stages.slice(index + 1).some(({ kind }) => kind === 'limit' || kind === 'group' || kind === 'dedupe');
    if (sort === undefined || isCut) return [];
    const { end } = sort.span;
    return [
      {
        span: sort.span,
        message: `expected \`limit\` after \`${sort.command}\` of whole rows, found none: all of them are sorted`,
        fix: { title: 'Write `limit 100`', span: { start: end, end }, text: ' | limit 100' },
      },
    ];
  },
};
