import { sameField } from '../ir/field-ref.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import { rowsOf } from '../ir/rows-of.ts';
import { isOn } from './steps/preds.ts';

/** That there is one at all is said by which it is. */
const isPresence = (pred: Pred): boolean => pred.kind === 'compare' && pred.op === '!=' && pred.value.kind === 'null';

/** "only ClearingTimeout" of a list of error types: a list of one value says nothing, so it is the records with it. */
export const oneValueLeft = (before: QueryIR, ir: QueryIR): QueryIR => {
  const [column] = ir.columns;
  if (ir.shape !== 'distinct' || before.shape !== 'distinct' || ir.columns.length !== 1 || column === undefined)
    return ir;
  const [own] = before.columns;
  const same = before.columns.length === 1 && own !== undefined && sameField(own, column);
  const isOne = ir.where.some((pred) => pred.kind === 'compare' && pred.op === '==' && isOn(pred, column));
  const said = before.where.some((pred) => isOn(pred, column) && !isPresence(pred));
  if (!same || !isOne || said) return ir;
  return rowsOf({ ...ir, where: ir.where.filter((pred) => !isOn(pred, column) || !isPresence(pred)) });
};
