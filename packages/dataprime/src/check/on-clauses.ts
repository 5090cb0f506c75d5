import type { OnClause } from '../ast/stage.ts';
import { FAIL_WHEN, KIND } from '../functions/commands.ts';
import { BOOL, STRING, UNKNOWN } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { choose, isThere, onlyWhen } from './presence.ts';

/** Whether both are a text, both a number, and so on: kinds of JSON, which is what the data at hand is. */
const sameKind = (a: TypedExpr, b: TypedExpr): TypedExpr => {
  const { span } = b;
  const kind = (operand: TypedExpr): TypedExpr => {
    const args: readonly TypedExpr[] = [{ kind: 'use', operand, type: UNKNOWN, span }];
    return { kind: 'call', fn: KIND, args, type: STRING, span };
  };
  return { kind: 'binary', op: '==', left: kind(a), right: kind(b), type: BOOL, span };
};

const not = (operand: TypedExpr): TypedExpr => ({ kind: 'not', operand, type: BOOL, span: operand.span });
const and = (left: TypedExpr, right: TypedExpr): TypedExpr => ({
  kind: 'binary',
  op: '&&',
  left,
  right,
  type: BOOL,
  span: left.span,
});

const failWhen = (condition: TypedExpr, message: string, value: TypedExpr): TypedExpr => {
  const { span } = value;
  const said: TypedExpr = { kind: 'string', value: message, type: STRING, span };
  return { kind: 'call', fn: FAIL_WHEN, args: [condition, said, value], type: value.type, span };
};

/**
 * What a row gets at a key: the new value, or by the `on` clauses the old one, nothing, or an end of the query. `before`
 * is null where no row has the key.
 */
export const withOnClauses = (
  clauses: readonly OnClause[],
  before: TypedExpr | null,
  value: TypedExpr,
  command: string,
): TypedExpr => {
  const there: TypedExpr =
    before === null ? { kind: 'bool', value: false, type: BOOL, span: value.span } : isThere(before);
  let result = value;
  for (const { event, action } of clauses) {
    if (event === 'missing' && action === 'skip') result = onlyWhen(there, result);
    if (event === 'missing' && action === 'fail')
      result = failWhen(not(there), `${command}: the keypath is missing`, result);
    if (before === null) continue;
    const changed = and(there, not(sameKind(before, value)));
    if (event === 'exists' && action === 'skip') result = choose(there, before, result);
    if (event === 'exists' && action === 'fail') result = failWhen(there, `${command}: the keypath exists`, result);
    if (event === 'datatype' && action === 'skip') result = choose(changed, before, result);
    if (event === 'datatype' && action === 'fail')
      result = failWhen(changed, `${command}: the datatype changes`, result);
  }
  return result;
};
