import { type Expr, type IntervalExpr, type NumberExpr, parse, type Query } from '@clearspan/dataprime';
import type { Linked } from '../../link/link-question.ts';
import { treeNodes } from '../guard/tree-nodes.ts';

const MICROS: Readonly<Record<string, number>> = { us: 1, ms: 1_000, s: 1_000_000, m: 60_000_000 };
const COMPARISON = /^(?:<|<=|>|>=|==|!=)$/;

/** The duration of a span, by whichever of its names: in microseconds all of them. */
const isDuration = (expr: Expr): boolean =>
  expr.kind === 'keypath' &&
  expr.root !== 'l' &&
  expr.steps.length === 1 &&
  expr.steps[0]?.kind === 'key' &&
  expr.steps[0].key === 'duration';

const isOfSpans = ({ stages }: Query): boolean => {
  const [first] = stages;
  return first?.kind === 'source' && first.dataset.at(-1)?.text === 'spans';
};

/** What the duration of spans is compared with, in the order of the text. */
const durationBounds = (text: string): readonly (NumberExpr | IntervalExpr)[] => {
  const { query } = parse(text);
  if (!isOfSpans(query)) return [];
  return treeNodes(query).flatMap((node) => {
    if (node.kind !== 'binary' || !COMPARISON.test(node.op) || !isDuration(node.left)) return [];
    return node.right.kind === 'number' || node.right.kind === 'interval' ? [node.right] : [];
  });
};

interface Amount {
  readonly value: number;
  readonly micros: number;
}

/** The number a bound was meant to be; null where it may stay. */
const meant = (bound: NumberExpr | IntervalExpr, amounts: readonly Amount[]): number | null => {
  if (bound.kind === 'interval') return Number(bound.nanos / 1_000n);
  if (amounts.some(({ value, micros }) => value * micros === bound.value)) return null;
  const slip = amounts.find(
    ({ value, micros }) => value === bound.value || (micros > 1_000 && (value * micros) / 1_000 === bound.value),
  );
  return slip === undefined ? null : slip.value * slip.micros;
};

/**
 * `> 500` where the question said 500 ms, and `> 500ms`, as the microseconds that spans are measured in. A number that is
 * right already, or that the question did not say, stays.
 */
export const amountUnits = (text: string, { marks }: Linked): string => {
  const amounts = marks.flatMap(({ meaning }): readonly Amount[] => {
    if (meaning.kind !== 'amount' || meaning.unit === null) return [];
    const micros = MICROS[meaning.unit];
    return micros === undefined ? [] : [{ value: meaning.value, micros }];
  });
  let mended = text;
  for (const bound of durationBounds(text).toSorted((a, b) => b.span.start - a.span.start)) {
    const number = meant(bound, amounts);
    if (number !== null) mended = mended.slice(0, bound.span.start) + String(number) + mended.slice(bound.span.end);
  }
  return mended;
};
