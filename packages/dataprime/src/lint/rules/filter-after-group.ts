import { columnsOf, conjuncts } from '../../plan/walk.ts';
import type { Rule } from '../rule.ts';

/** A condition on group keys keeps the same groups before the grouping, which then has fewer rows to read. */
export const filterAfterGroup: Rule = {
  code: 'DP5003',
  severity: 'info',
  find: ({ stages }) =>
    stages.flatMap((stage, index) => {
      const group = stages[index - 1];
      if (stage.kind !== 'filter' || !stage.keep || group?.kind !== 'group') return [];
      const keys = new Set(group.keys.map(({ id }) => id));
      return conjuncts(stage.condition)
        .filter((condition) => {
          const read = columnsOf(condition);
          return read.size > 0 && [...read].every((id) => keys.has(id));
        })
        .map(({ span }) => ({
          span,
          message: `the condition reads only keys of \`${group.command}\`; before it, fewer rows are grouped`,
        }));
    }),
};
