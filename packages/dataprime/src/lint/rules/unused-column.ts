import type { CheckedStage, ColumnId } from '../../check/checked.ts';
import { pathText } from '../../check/path.ts';
import { stageExprs } from '../../complexity/complexity.ts';
import { columnsOf } from '../../plan/walk.ts';
import { removeStage } from '../edits.ts';
import { keepsOwnRows } from '../own-rows.ts';
import type { Rule } from '../rule.ts';

/** Where each column is read last, as the position of the stage. */
const lastReadsOf = (stages: readonly CheckedStage[]): ReadonlyMap<ColumnId, number> => {
  const reads = new Map<ColumnId, number>();
  for (const [index, stage] of stages.entries())
    for (const expr of stageExprs(stage)) for (const id of columnsOf(expr)) reads.set(id, index);
  return reads;
};

/** A column that no later stage reads, and that is not among the results, was computed for nothing. */
export const unusedColumn: Rule = {
  code: 'DP5011',
  severity: 'warning',
  find: (input) => {
    const results = new Set(input.query.shape.slots.map((slot) => (slot.kind === 'set' ? slot.id : null)));
    const lastReads = lastReadsOf(input.stages);
    const lastOther = input.stages.findLastIndex((stage) => !keepsOwnRows(stage));
    return input.stages.flatMap((stage, index) => {
      const [column, ...others] = stage.kind === 'extend' && stage.command === 'create' ? stage.columns : [];
      if (column === undefined || others.length > 0) return [];
      const isRead = lastOther > index || (lastReads.get(column.id) ?? -1) > index;
      if (results.has(column.id) || isRead) return [];
      const name = pathText(column.root, column.path);
      const fix = removeStage(input, 'Remove the command', stage.span);
      const finding = { span: stage.span, message: `\`${name}\` is computed and never used` };
      return [fix === null ? finding : { ...finding, fix }];
    });
  },
};
