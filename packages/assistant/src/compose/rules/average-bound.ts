import type { CompareOp, StatFn } from '../../ir/query-ir.ts';
import { conceptAt, markAt, nextContent, type Scene } from '../scene.ts';
import { comparatorAt } from './comparators.ts';
import { factorAt } from './many-times.ts';

export const MORE: RegExp = /^(?:more|higher|larger|bigger|greater)$/i;
export const FEWER: RegExp = /^(?:fewer|less|lower|smaller)$/i;
export const USUAL: RegExp = /^(?:usual|normal|typical)$/i;
const OVERALL = /^(?:overall|global|the overall)$/i;
const PASSED = /^(?:the|their|its|own|overall|global|general|usual|normal|typical)$/i;

/** "the average", "twice the p99": what something is held against. */
export interface AverageBound {
  readonly op: CompareOp;
  readonly cue: number;
  readonly fn: StatFn | 'percentile';
  readonly p: number | null;
  readonly times: number | undefined;
  /** It is what is counted that is compared: "more errors than average". */
  readonly counts: boolean;
  /** That of all records is named: "the overall p95". */
  readonly overall: boolean;
  /** What compares says that it is how long something took. */
  readonly timed: boolean;
  /** The mark behind the figure. */
  readonly end: number;
  readonly used: readonly number[];
}

export const figureAt = (scene: Scene, at: number): Pick<AverageBound, 'fn' | 'p'> | null => {
  const meaning = markAt(scene, at)?.meaning;
  const concept = conceptAt(scene, at);
  if (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
    return { fn: 'percentile', p: meaning.token.p };
  if (concept?.kind === 'percentile') return { fn: 'percentile', p: concept.p };
  if (concept?.kind === 'stat' && concept.fn === 'avg') return { fn: 'avg', p: null };
  const text = markAt(scene, at)?.text ?? '';
  return USUAL.test(text) || OVERALL.test(text) ? { fn: 'avg', p: null } : null;
};

/** "more errors than": what compares stands before what is counted. */
const thanAt = (scene: Scene, at: number): { readonly op: CompareOp; readonly more: number } | null => {
  if (!/^than$/i.test(markAt(scene, at)?.text ?? '')) return null;
  const more = [at - 1, at - 2, at - 3].find((index) => MORE.test(markAt(scene, index)?.text ?? ''));
  const fewer = [at - 1, at - 2, at - 3].find((index) => FEWER.test(markAt(scene, index)?.text ?? ''));
  if (more !== undefined) return { op: '>', more };
  return fewer === undefined ? null : { op: '<', more: fewer };
};

/** "more errors than the average", "above twice the p99": a bound that begins at a mark; null where none does. */
export const averageBoundAt = (scene: Scene, cue: number): AverageBound | null => {
  if (scene.taken.has(cue)) return null;
  const compares = comparatorAt(scene, cue);
  const than = compares === null ? thanAt(scene, cue) : null;
  // "error rate twice the overall rate"
  const alone = compares === null && than === null && factorAt(scene, cue) !== null;
  const op = compares?.op ?? than?.op ?? (alone ? '>=' : undefined);
  if (op === undefined || op === '==' || op === '!=') return null;
  const used = alone ? [] : than === null ? [cue] : [cue, than.more];
  let at = alone ? cue : cue + 1;
  let times: number | undefined;
  const factor = factorAt(scene, at);
  if (factor !== null) {
    times = factor.times;
    used.push(...factor.used);
    at += factor.used.length;
  }
  // "than the daily average": each day is what is counted.
  const passes = (index: number): boolean => {
    const meaning = markAt(scene, index)?.meaning;
    const bucket = meaning?.kind === 'time' && meaning.time.kind === 'bucket';
    return bucket || (PASSED.test(markAt(scene, index)?.text ?? '') && figureAt(scene, index + 1) !== null);
  };
  while (
    at < scene.marks.length &&
    (passes(at) || conceptAt(scene, at)?.kind === 'filler') &&
    figureAt(scene, at) === null
  )
    at += 1;
  const figure = figureAt(scene, at);
  if (figure === null || scene.taken.has(at)) return null;
  // "above an average of 5 s" is told by its amount.
  const next = nextContent(scene, at + 1);
  if (markAt(scene, next)?.meaning.kind === 'amount') return null;
  // "than the overall rate": the figure that is compared, said again.
  const again = conceptAt(scene, at + 1)?.kind === 'ratio' ? [at + 1] : [];
  return {
    op,
    cue,
    ...figure,
    times,
    counts: than !== null,
    overall: [at, at - 1].some((index) => index > cue && OVERALL.test(markAt(scene, index)?.text ?? '')),
    timed: compares?.of === 'duration',
    end: at + 1,
    used: [...used, at, ...again],
  };
};
