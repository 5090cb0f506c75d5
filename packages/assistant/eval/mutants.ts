import { type Expr, type OrderKey, parse, type Stage, type TimeFrame } from '@clearspan/dataprime';
import type { Span } from '@clearspan/text';

/** A query one edit away from another one, and which edit. */
export interface Mutant {
  readonly edit: string;
  readonly query: string;
}

interface Edit {
  readonly edit: string;
  readonly span: Span;
  readonly text: string;
}

type Source = (span: Span) => string;

const OTHER_STATISTIC: Readonly<Record<string, string>> = {
  avg: 'max',
  max: 'min',
  min: 'max',
  sum: 'avg',
  median: 'max',
  distinct_count: 'count_if',
};

interface Part {
  readonly kind?: string;
  readonly span?: Span;
}

/** Every part of a tree that has a kind, the outer ones first. */
const partsOf = (value: unknown): readonly Part[] => {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return 'kind' in value ? [value as Part, ...inner] : inner;
};

const conditionEdits = (stage: Stage, source: Source): readonly Edit[] => {
  const halves = partsOf(stage).flatMap((part): readonly Edit[] => {
    const expr = part as Expr;
    if (expr.kind !== 'binary' || (expr.op !== '&&' && expr.op !== '||')) return [];
    return [expr.left, expr.right].map((side) => ({
      edit: 'drop a condition',
      span: expr.span,
      text: source(side.span),
    }));
  });
  const whole = stage.kind === 'filter' && !(stage.condition.kind === 'binary' && stage.condition.op === '&&');
  return whole ? [...halves, { edit: 'drop a condition', span: stage.span, text: 'filter true' }] : halves;
};

const rangeEdit = (frame: TimeFrame, source: Source): Edit | null => {
  if (frame.kind === 'last')
    return { edit: 'double the range', span: frame.interval.span, text: `(${source(frame.interval.span)}) * 2` };
  if (frame.kind !== 'between') return null;
  const [from, to] = [source(frame.from.span), source(frame.to.span)];
  return { edit: 'double the range', span: frame.from.span, text: `(${from}) - ((${to}) - (${from}))` };
};

const statisticEdits = (stage: Stage, source: Source): readonly Edit[] =>
  partsOf(stage).flatMap((part): readonly Edit[] => {
    const expr = part as Expr;
    if (expr.kind !== 'call') return [];
    const [first] = expr.args;
    const edit = 'other statistic';
    if (expr.name.text === 'percentile' && first !== undefined) {
      return [{ edit, span: first.span, text: source(first.span) === '0.5' ? '0.9' : '0.5' }];
    }
    const other = OTHER_STATISTIC[expr.name.text];
    if (other === undefined || first === undefined) return [];
    const argument = source(first.span);
    return [{ edit, span: expr.span, text: `${other}(${other === 'count_if' ? `${argument} != null` : argument})` }];
  });

const flip = (keys: readonly OrderKey[], source: Source): readonly Edit[] =>
  keys.slice(0, 1).map((key) => ({
    edit: 'flipped order',
    span: key.span,
    text: `${source(key.expr.span)} ${key.direction === 'desc' ? 'asc' : 'desc'}`,
  }));

const orderEdits = (stage: Stage, next: Stage | undefined, source: Source): readonly Edit[] => {
  if (stage.kind === 'dedupeby') return flip(stage.order, source);
  return stage.kind === 'orderby' && next?.kind === 'limit' ? flip(stage.keys, source) : [];
};

const amountEdits = (stage: Stage): readonly Edit[] => {
  const amount = stage.kind === 'limit' ? stage.count : stage.kind === 'dedupeby' ? stage.keep : null;
  return amount?.kind === 'number' ? [{ edit: 'one more', span: amount.span, text: String(amount.value + 1) }] : [];
};

/** Grouped by the severity or kind; a query that names the old key further down then does not run, and is left out. */
const keyEdits = (stage: Stage, isSpans: boolean, source: Source): readonly Edit[] => {
  if (stage.kind !== 'groupby') return [];
  const [key] = stage.keys;
  if (key === undefined) return [];
  const candidates = isSpans ? ['$m.kind', '$l.serviceName'] : ['$m.severity', '$l.subsystemname'];
  const other = candidates.find((one) => one !== source(key.expr.span)) as string;
  return [{ edit: 'other key', span: key.expr.span, text: other }];
};

/** Queries that differ in one edit that a wrong reading of a question could make. */
export const mutantsOf = (query: string): readonly Mutant[] => {
  const { stages } = parse(query).query;
  const source: Source = (span) => query.slice(span.start, span.end);
  const [first] = stages;
  const isSpans = first?.kind === 'source' && first.dataset[0]?.text === 'spans';
  const edits = stages.flatMap((stage, index): readonly Edit[] => [
    ...(stage.kind === 'source' && stage.frame !== null
      ? [rangeEdit(stage.frame, source)].filter((edit) => edit !== null)
      : []),
    ...conditionEdits(stage, source),
    ...statisticEdits(stage, source),
    ...orderEdits(stage, stages[index + 1], source),
    ...amountEdits(stage),
    ...keyEdits(stage, isSpans, source),
  ]);
  return edits.map(({ edit, span, text }) => ({
    edit,
    query: query.slice(0, span.start) + text + query.slice(span.end),
  }));
};
