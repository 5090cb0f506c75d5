import { OBJECT } from '../../types/type.ts';
import type { TypedExpr } from '../checked.ts';

/** A value whose keys can stay; null where it is known to have none. */
export const asObject = (value: TypedExpr): TypedExpr => {
  if (value.type.kind === 'object') return value;
  const { span } = value;
  return value.type.kind === 'unknown'
    ? { kind: 'use', operand: value, type: OBJECT, span }
    : { kind: 'null', type: OBJECT, span };
};
