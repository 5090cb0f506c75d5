import type { FunctionDef, FunctionFamily, Lower, NullRule, Parameter, Pattern } from './function-def.ts';

export const T: Pattern = { kind: 'var', name: 'T' };
export const U: Pattern = { kind: 'var', name: 'U' };
export const TEXT: Pattern = { kind: 'text' };
export const ANY: Pattern = { kind: 'any' };
export const ARRAY_T: Pattern = { kind: 'array', of: T };

export const param = (name: string, type: Pattern, otherName: string | null = null): Parameter => ({
  name,
  otherName,
  type,
  optional: false,
  variadic: false,
  literal: false,
});
export const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });
export const variadic = (parameter: Parameter): Parameter => ({ ...parameter, optional: true, variadic: true });
export const literal = (parameter: Parameter): Parameter => ({ ...parameter, literal: true });

interface Rest {
  readonly nulls?: NullRule;
  readonly deprecated?: string;
}

/** One row of the function table. */
export const define =
  (family: FunctionFamily) =>
  (
    name: string,
    parameters: readonly Parameter[],
    returns: Pattern,
    doc: string,
    example: readonly [text: string, result: unknown],
    lower: Lower | null,
    rest: Rest = {},
  ): FunctionDef => ({
    name,
    family,
    parameters,
    returns,
    doc,
    example: { text: example[0], result: example[1] },
    nulls: rest.nulls ?? 'propagate',
    deprecated: rest.deprecated ?? null,
    lower,
  });
