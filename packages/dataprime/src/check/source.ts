import type { Span } from '@clearspan/text';
import type { Expr, Name } from '../ast/expr.ts';
import type { SourceStage, TimeFrame } from '../ast/stage.ts';
import { type DatasetFound, findDataset } from '../schema/datasets.ts';
import { INTERVAL, TIMESTAMP, type Type } from '../types/type.ts';
import type { CheckedFrame, TypedExpr } from './checked.ts';
import { want } from './coerce.ts';
import { constantNanos } from './constant-interval.ts';
import { error, type Scope, warn } from './scope.ts';

const constant = (scope: Scope, expr: Expr, type: Type): TypedExpr =>
  want(scope, scope.check({ ...scope, place: 'constant' }, expr), type);

const positive = (scope: Scope, interval: TypedExpr, least: bigint, what: string): void => {
  const nanos = constantNanos(interval);
  if (nanos !== null && nanos < least)
    error(scope, 'DP2003', `expected ${what}, found a ${nanos === 0n ? 'zero' : 'negative'} one`, interval.span);
};

const checkFrame = (scope: Scope, frame: TimeFrame): CheckedFrame => {
  switch (frame.kind) {
    case 'around': {
      const interval = frame.interval === null ? null : constant(scope, frame.interval, INTERVAL);
      if (interval !== null) positive(scope, interval, 1n, 'an interval above zero');
      return { kind: 'around', at: constant(scope, frame.at, TIMESTAMP), interval };
    }
    case 'between':
      return {
        kind: 'between',
        from: constant(scope, frame.from, TIMESTAMP),
        to: constant(scope, frame.to, TIMESTAMP),
      };
    case 'last': {
      const interval = constant(scope, frame.interval, INTERVAL);
      positive(scope, interval, 0n, 'an interval of at least zero');
      return { kind: 'last', interval };
    }
    case 'timeshifted':
      return { kind: 'timeshifted', interval: constant(scope, frame.interval, INTERVAL) };
    default:
      return unreachable(frame);
  }
};

/** Where names stand, one after the other. */
const spanOfNames = (names: readonly Name[], otherwise: Span): Span => ({
  start: names[0]?.span.start ?? otherwise.start,
  end: names.at(-1)?.span.end ?? otherwise.end,
});

/** The data set that was found; null, reported, where there is none. `what` is `data set` or `table`. */
export const reportDataset = (
  scope: Scope,
  found: DatasetFound,
  what: string,
  written: string,
  span: Span,
): string | null => {
  if (found.kind !== 'unknown') return found.dataset;
  const { near } = found;
  const fix = near === null ? undefined : { title: `replace by \`${near}\``, span, text: near };
  const meant = near === null ? '' : `; did you mean \`${near}\`?`;
  const names = found.names.map((name) => `\`${name}\``);
  const expected = names.length === 0 ? '; there are none' : `; expected ${names.join(' or ')}`;
  error(scope, 'DP2009', `unknown ${what} \`${written}\`${near === null ? expected : meant}`, span, fix);
  return null;
};

/** The data set a source names; null, reported, when there is none. */
export const checkDataset = (scope: Scope, stage: SourceStage): string | null => {
  const written = stage.dataset.map(({ text }) => text);
  const found = findDataset(written, scope.session.tables);
  const span = spanOfNames(stage.dataset, stage.span);
  const dataset = reportDataset(scope, found, 'data set', written.join('/'), span);
  for (const { name, value } of stage.params) {
    scope.check({ ...scope, place: 'constant' }, value);
    warn(
      scope,
      'DP3009',
      `parameter \`${name.text}\` of a source selects nothing here: there is one of each`,
      name.span,
    );
  }
  return dataset;
};

export const checkSourceFrame = (scope: Scope, stage: SourceStage): CheckedFrame | null =>
  stage.frame === null ? null : checkFrame(scope, stage.frame);

const unreachable = (frame: never): never => {
  throw new TypeError(`unexpected time frame ${JSON.stringify(frame)}`);
};
