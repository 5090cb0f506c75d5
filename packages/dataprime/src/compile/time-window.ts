import type { CheckedFrame, TypedExpr } from '../check/checked.ts';
import type { CompileContext, TimeRange } from './compile-context.ts';
import { constantNanos } from './constant.ts';

const DEFAULT_AROUND_NANOS = 1_800_000_000_000n;

/** Where a source looks. `open` on the right where the edge itself belongs to it: around and last. */
export interface Window extends TimeRange {
  readonly includesEnd: boolean;
}

/** A time frame whose edges could not be computed from the context. */
export type WindowResult =
  | { readonly ok: true; readonly window: Window }
  | { readonly ok: false; readonly span: TypedExpr['span']; readonly message: string };

const failed = (expr: TypedExpr, message: string): WindowResult => ({ ok: false, span: expr.span, message });
const NOT_CONSTANT = 'this computation in a time frame is not supported yet';

/** The window of a source (§5.2); the caller's when it has no time frame. */
export const timeWindow = (frame: CheckedFrame | null, context: CompileContext): WindowResult => {
  const { timeRange, nowNanos } = context;
  const within = (fromNanos: bigint, toNanos: bigint, includesEnd = false): WindowResult => ({
    ok: true,
    window: { fromNanos, toNanos, includesEnd },
  });
  if (frame === null) return within(timeRange.fromNanos, timeRange.toNanos);
  switch (frame.kind) {
    case 'around': {
      const at = constantNanos(frame.at, context);
      const size = frame.interval === null ? DEFAULT_AROUND_NANOS : constantNanos(frame.interval, context);
      if (at === null || size === null) return failed(frame.at, NOT_CONSTANT);
      return size <= 0n
        ? failed(frame.interval ?? frame.at, 'expected an interval above zero')
        : within(at - size, at + size, true);
    }
    case 'between': {
      const [from, to] = [constantNanos(frame.from, context), constantNanos(frame.to, context)];
      return from === null || to === null ? failed(frame.from, NOT_CONSTANT) : within(from, to);
    }
    case 'last': {
      const size = constantNanos(frame.interval, context);
      if (size === null) return failed(frame.interval, NOT_CONSTANT);
      return size < 0n
        ? failed(frame.interval, 'expected an interval of at least zero, found a negative one')
        : within(nowNanos - size, nowNanos, true);
    }
    case 'timeshifted': {
      const shift = constantNanos(frame.interval, context);
      return shift === null
        ? failed(frame.interval, NOT_CONSTANT)
        : within(timeRange.fromNanos + shift, timeRange.toNanos + shift);
    }
    default:
      return unreachable(frame);
  }
};

const unreachable = (frame: never): never => {
  throw new TypeError(`unexpected time frame ${JSON.stringify(frame)}`);
};
