import { pathText } from '../../check/path.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { columnsOf } from '../../plan/walk.ts';
import { removeStage } from '../edits.ts';
import { keepsOwnRows } from '../own-rows.ts';
import type { Rule } from '../rule.ts';

/** A column that no later stage reads, and that is not among the results, was computed for nothing. */
export const unusedColumn: Rule = {
  code: 'DP5011',
  severity: 'warning',
  find: (input) =>
    input.stages.flatMap((stage, index) => {
      const [column, ...others] = stage.kind === 'extend' && stage.command === 'create' ? stage.columns : [];
      if (column === undefined || others.length > 0) return [];
      const isResult = input.query.shape.slots.some((slot) => slot.kind === 'set' && slot.id === column.id);
      const later = input.stages.slice(index + 1);
      const isRead = later.some(
        (next) => !keepsOwnRows(next) || stageExprs(next).some((expr) => columnsOf(expr).has(column.id)),
      );
      if (isResult || isRead) return [];
      const name = pathText(column.root, column.path);
      const fix = removeStage(input, 'Remove the command', stage.span);
      const finding = { span: stage.span, message: `\`${name}\` is computed and never used` };
      return [fix === null ? finding : { ...finding, fix }];
    }),
};
