import type { KeypathExpr, Root } from '../ast/expr.ts';
import type { Node } from '../ast/nodes-at.ts';
import type { Path, PathKey } from '../check/checked.ts';
import { PROBE } from '../parse/probe.ts';
import type { Place } from './place.ts';

/** A keypath in the making. */
export interface KeyPlace {
  /** Null where none is written: any root may come. */
  readonly root: Root | null;
  /** Keys before the one that is typed. */
  readonly base: Path;
  /** The keypath before it, as written, its last dot or bracket left out. */
  readonly written: string;
  /** Where the keypath starts. */
  readonly start: number;
  readonly node: KeypathExpr;
}

const isProbe = (node: KeypathExpr): boolean => {
  const last = node.steps.at(-1);
  return last?.kind === 'key' && last.key === PROBE;
};

/** Keys in front of the probe; null when one of them is computed. */
const keysOf = (steps: KeypathExpr['steps']): Path | null => {
  const keys: PathKey[] = [];
  for (const step of steps) {
    if (step.kind === 'dynamic') return null;
    keys.push(step.kind === 'key' ? step.key : step.index);
  }
  return keys;
};

/** Where the keypath itself starts: `left=>` before it is not part of it. */
const startOf = (node: KeypathExpr, text: string): number => {
  if (node.side === undefined) return node.span.start;
  const arrow = text.indexOf('=>', node.span.start) + 2;
  return arrow + (/^\s*/.exec(text.slice(arrow, node.span.end))?.[0].length ?? 0);
};

const ROOT = /^\$\w+/;
const WORD_ROOTS: Readonly<Record<string, Root>> = {
  $d: 'd',
  $data: 'd',
  $m: 'm',
  $metadata: 'm',
  $l: 'l',
  $labels: 'l',
  $p: 'p',
};

const placeIn = (place: Place, node: KeypathExpr, base: Path, baseEnd: number | null): KeyPlace => {
  const start = startOf(node, place.text);
  const rootText = ROOT.exec(place.text.slice(start))?.[0] ?? '';
  const end = baseEnd ?? start + rootText.length;
  return { root: node.root, base, written: place.text.slice(start, end), start, node };
};

/** The keypath the probe is the last key of, or, behind `[`, the one it is in. Null where it is in none. */
export const keyPlaceOf = (place: Place): KeyPlace | null => {
  const paths = place.nodes.filter((node): node is Node & KeypathExpr => node.kind === 'keypath');
  const inner = paths.at(-1);
  if (inner === undefined || !isProbe(inner)) return null;
  const previous = place.before.at(-1);
  if (previous?.role === 'index' && previous.text === '[') {
    const outer = paths.at(-2);
    const base = outer === undefined ? null : keysOf(outer.steps.slice(0, -1));
    return outer === undefined || base === null ? null : placeIn(place, outer, base, previous.start);
  }
  const base = keysOf(inner.steps.slice(0, -1));
  if (base === null) return null;
  const root = WORD_ROOTS[place.word.typed];
  if (root !== undefined && base.length === 0 && inner.root === null)
    return { root, base, written: place.word.typed, start: startOf(inner, place.text), node: inner };
  return placeIn(place, inner, base, inner.steps.at(-2)?.span.end ?? null);
};
