import { closest } from '@clearspan/text';
import type { Expr } from '../ast/expr.ts';
import type { SourceStage, TimeFrame } from '../ast/stage.ts';
import { DATASET_NAMES, datasetNamed } from '../schema/engine-fields.ts';
import { INTERVAL, TIMESTAMP, type Type } from '../types/type.ts';
import type { CheckedFrame, TypedExpr } from './checked.ts';
import { want } from './coerce.ts';
import { error, type Scope } from './scope.ts';

const constant = (scope: Scope, expr: Expr, type: Type): TypedExpr =>
  want(scope, scope.check({ ...scope, place: 'constant' }, expr), type);

const positive = (scope: Scope, interval: TypedExpr, least: bigint, what: string): void => {
  if (interval.kind === 'interval' && interval.nanos < least)
    error(
      scope,
      'DP2003',
      `expected ${what}, found a ${interval.nanos === 0n ? 'zero' : 'negative'} one`,
      interval.span,
    );
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

/** The data set a source names; null, reported, when there is none. */
export const checkDataset = (scope: Scope, stage: SourceStage): string | null => {
  const written = stage.dataset.map(({ text }) => text).join('/');
  const dataset = datasetNamed(written);
  if (dataset === null) {
    const span = {
      start: stage.dataset[0]?.span.start ?? stage.span.start,
      end: stage.dataset.at(-1)?.span.end ?? stage.span.end,
    };
    const near = closest(written, DATASET_NAMES);
    if (stage.dataset[0]?.text === 'system' || written.startsWith('default/enrichments/'))
      error(scope, 'DP4001', `data set \`${written}\` is not supported yet`, span);
    else
      error(
        scope,
        'DP2009',
        `unknown data set \`${written}\`; ${near === null ? `expected ${DATASET_NAMES.map((name) => `\`${name}\``).join(' or ')}` : `did you mean \`${near}\`?`}`,
        span,
        near === null ? undefined : { title: `replace by \`${near}\``, span, text: near },
      );
  }
  for (const param of stage.params)
    error(scope, 'DP4001', `parameter \`${param.name.text}\` of a source is not supported yet`, param.name.span);
  return dataset;
};

export const checkSourceFrame = (scope: Scope, stage: SourceStage): CheckedFrame | null =>
  stage.frame === null ? null : checkFrame(scope, stage.frame);

const unreachable = (frame: never): never => {
  throw new TypeError(`unexpected time frame ${JSON.stringify(frame)}`);
};
