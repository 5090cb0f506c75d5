import { some } from '../../plan/walk.ts';
import type { Rule } from '../rule.ts';

/** Looking through every key of every record is the dearest condition there is. */
export const wholeRowSearch: Rule = {
  code: 'DP5014',
  severity: 'info',
  find: ({ stages, query: { source } }) => {
    const search = stages.find(
      (stage) => stage.kind === 'filter' && some(stage.condition, (node) => node.kind === 'binary' && node.op === '~~'),
    );
    const filters = stages.filter(({ kind }) => kind === 'filter');
    if (search === undefined || filters.length > 1 || source.frame !== null) return [];
    const message =
      'every key of every record in the window is searched; a time frame or a condition on a key narrows it';
    return [{ span: search.span, message }];
  },
};
