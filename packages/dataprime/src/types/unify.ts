import { arrayOf, sameType, type Type } from './type.ts';

/** The one type two values can share, or null when there is none. `null` and `unknown` give way to anything. */
export const unify = (a: Type, b: Type): Type | null => {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'unknown') return b;
  if (b.kind === 'unknown') return a;
  if (a.kind === 'array' && b.kind === 'array') {
    const of = unify(a.of, b.of);
    return of === null ? null : arrayOf(of);
  }
  return sameType(a, b) ? a : null;
};
