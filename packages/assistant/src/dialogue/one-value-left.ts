import { sameField } from '../ir/field-ref.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import { rowsOf } from '../ir/rows-of.ts';
import { isOn } from './steps/preds.ts';

/** "only ClearingTimeout" of a list of error types: a list of one value says nothing, so it is the records with it. */
export const oneValueLeft = (before: QueryIR, ir: QueryIR): QueryIR => {
  const [column] = ir.columns;
  if (ir.shape !== 'distinct' || before.shape !== 'distinct' || ir.columns.length !== 1 || column === undefined)
    return ir;
  const [own] = before.columns;
  const same = before.columns.length === 1 && own !== undefined && sameField(own, column);
  const isOne = ir.where.some((pred) => pred.kind === 'compare' && pred.op === '==' && isOn(pred, column));
  return same && isOne && !before.where.some((pred) => isOn(pred, column)) ? rowsOf(ir) : ir;
};
