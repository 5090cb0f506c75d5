import type { CallExpr, Expr } from '../ast/expr.ts';
import type { Node } from '../ast/nodes-at.ts';
import type { Parameter } from '../functions/function-def.ts';
import { findAggregation, findScalar } from '../functions/registry.ts';
import type { Place } from './place.ts';

/** What an operand at the probe is for. */
export interface Operand {
  /** What it is compared with, or a member of: its type and values are wanted. */
  readonly comparedWith: Expr | null;
  /** What it moves or divides: intervals are wanted where that is a time. */
  readonly movedFrom: Expr | null;
  /** The parameter it is the argument for. */
  readonly parameter: Parameter | null;
  /** The time frame it belongs to. */
  readonly frame: 'time' | 'interval' | null;
  /** `aggregate`: only aggregations make sense; `both`: keys do too. */
  readonly slot: 'row' | 'aggregate' | 'both';
}

const isExpr = (node: Node | undefined): node is Expr & Node =>
  node !== undefined && node.kind !== 'query' && 'keyword' in node === false;

const contains = (span: { readonly start: number; readonly end: number }, offset: number): boolean =>
  span.start <= offset && offset < span.end;

/** The index of the parameter an argument is for, the receiver counted. */
const argumentIndex = (call: CallExpr, offset: number): number | null => {
  const at = call.args.findIndex(({ span }) => contains(span, offset));
  return at < 0 ? null : at + (call.receiver === null ? 0 : 1);
};

const parameterOf = (call: CallExpr, offset: number): Parameter | null => {
  const fn = findAggregation(call.name.text) ?? findScalar(call.name.text);
  const index = argumentIndex(call, offset);
  if (fn === null || index === null) return null;
  return fn.parameters[index] ?? fn.parameters.at(-1) ?? null;
};

const MOVES: ReadonlySet<string> = new Set(['/', '+', '-']);
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** The first argument of `in(key, …)`, `key.in(…)`, for a later one. */
const memberOf = (call: CallExpr, offset: number): Expr | null => {
  if (call.name.text !== 'in' || argumentIndex(call, offset) === 0) return null;
  return call.receiver ?? call.args[0]?.value ?? null;
};

const slotOf = ({ stage, nodes, word }: Place): Operand['slot'] => {
  const calls = nodes.filter((node): node is CallExpr => node.kind === 'call');
  const gathers = calls.some(
    (call) => findAggregation(call.name.text) !== null && argumentIndex(call, word.start + 1) !== null,
  );
  if (gathers || stage === null) return 'row';
  const { stage: at } = stage;
  if (at.kind === 'top' || at.kind === 'bottom') return 'both';
  if (at.kind !== 'groupby' && at.kind !== 'multigroupby') return at.kind === 'aggregate' ? 'aggregate' : 'row';
  return at.aggregates.some(({ span }) => contains(span, word.start + 1)) ? 'aggregate' : 'row';
};

const frameOf = ({ stage, word }: Place): Operand['frame'] => {
  const frame = stage?.stage.kind === 'source' ? stage.stage.frame : null;
  if (frame === null || frame === undefined || !contains(frame.span, word.start + 1)) return null;
  if (frame.kind === 'between') return 'time';
  return frame.kind === 'around' && contains(frame.at.span, word.start + 1) ? 'time' : 'interval';
};

/** What the surroundings of the probe ask for. */
export const operandOf = (place: Place, from: Node | null): Operand => {
  const offset = place.word.start + 1;
  const outer = place.nodes.filter((node) => node !== from && node.kind !== 'paren');
  const parent = outer.at(-1);
  const base = { frame: frameOf(place), slot: slotOf(place), comparedWith: null, movedFrom: null, parameter: null };
  if (!isExpr(parent)) return base;
  if (parent.kind === 'binary' && COMPARISONS.has(parent.op) && contains(parent.right.span, offset))
    return { ...base, comparedWith: parent.left };
  if (parent.kind === 'binary' && MOVES.has(parent.op) && contains(parent.right.span, offset))
    return { ...base, movedFrom: parent.left };
  if (parent.kind !== 'call') return base;
  return { ...base, comparedWith: memberOf(parent, offset), parameter: parameterOf(parent, offset) };
};
