import type { Span } from '@clearspan/text';
import type { CallExpr } from '../ast/expr.ts';
import { nodesAt } from '../ast/nodes-at.ts';
import type { FunctionDef } from '../functions/function-def.ts';
import { findAggregation, findScalar } from '../functions/registry.ts';
import { parse } from '../parse/parse.ts';
import { PROBE } from '../parse/probe.ts';
import { functionDocText, parameterDocText, parameterText, signatureText } from '../reference/function-text.ts';

export interface SignatureParameter {
  /** `tz?: string`. */
  readonly label: string;
  /** What it is, its range, and what holds where it is left out. */
  readonly documentation: string;
  readonly optional: boolean;
  readonly literal: boolean;
}

/** The call an offset is inside of. */
export interface Signature {
  readonly name: string;
  /** `percentile(percentile: number, expression: number): number`. */
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Which parameter the offset is at; null past the last one. The value before the dot counts as the first. */
  readonly active: number | null;
  /** The function's name. */
  readonly span: Span;
}

/** `max` of one value gathers rows; of several it is the largest of them. */
const functionOf = (call: CallExpr): FunctionDef | null => {
  const aggregation = findAggregation(call.name.text);
  const scalar = findScalar(call.name.text);
  const takesOne = call.receiver === null && call.args.length < 2;
  return takesOne ? (aggregation ?? scalar) : (scalar ?? aggregation);
};

/** Which argument the offset is in, by its name or its place; the value before the dot is the first. */
const argumentAt = (call: CallExpr, offset: number, fn: FunctionDef): number | null => {
  const at = call.args.findIndex(({ span }) => span.start <= offset && offset < span.end);
  if (at < 0) return null;
  const named = fn.parameters.findIndex(({ name }) => name === call.args[at]?.name?.text);
  return named < 0 ? at + (call.receiver === null ? 0 : 1) : named;
};

const activeOf = ({ parameters }: FunctionDef, index: number): number | null => {
  const last = parameters.length - 1;
  if (index <= last) return index;
  return parameters[last]?.variadic === true ? last : null;
};

const describe = (call: CallExpr, fn: FunctionDef, active: number | null): Signature => ({
  name: fn.name,
  label: signatureText(fn),
  documentation: functionDocText(fn),
  parameters: fn.parameters.map((parameter) => ({
    label: parameterText(parameter),
    documentation: parameterDocText(fn, parameter),
    optional: parameter.optional,
    literal: parameter.literal,
  })),
  active,
  span: call.name.span,
});

/** The innermost known function whose arguments the offset is in, and which of them. Null outside of calls. */
export const signatureAt = (text: string, offset: number): Signature | null => {
  const at = Math.min(Math.max(0, Math.trunc(offset)), text.length);
  // Something stands for the argument that is still to come.
  const { query } = parse(`${text.slice(0, at)}${PROBE}`);
  const calls = nodesAt(query, at).filter((node): node is CallExpr => node.kind === 'call');
  for (const call of calls.toReversed()) {
    const fn = functionOf(call);
    const index = fn === null ? null : argumentAt(call, at, fn);
    if (fn !== null && index !== null) return describe(call, fn, activeOf(fn, index));
  }
  return null;
};
