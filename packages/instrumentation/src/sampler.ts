import { ROOT_CONTEXT, SamplingDecision, type SpanContext, TraceFlags } from '@opentelemetry/api';
import { TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace';
import type { SamplerName } from './settings.ts';

/** Whether a span is recorded and sent. `parent` is a valid one. */
export type Sample = (parent: SpanContext | undefined, traceId: string) => boolean;

const byRatio = (ratio: number): Sample => {
  const sampler = new TraceIdRatioBasedSampler(ratio);
  return (_parent, traceId) =>
    sampler.shouldSample(ROOT_CONTEXT, traceId).decision === SamplingDecision.RECORD_AND_SAMPLED;
};

/** As the parent was decided, wherever that was; `root` decides for what has none. */
const asParent =
  (root: Sample): Sample =>
  (parent, traceId) =>
    parent === undefined ? root(parent, traceId) : (parent.traceFlags & TraceFlags.SAMPLED) !== 0;

const always: Sample = () => true;
const never: Sample = () => false;

const unreachable = (name: never): never => {
  throw new Error(`unreachable sampler: ${String(name)}`);
};

export const samplerOf = (name: SamplerName, ratio: number): Sample => {
  switch (name) {
    case 'always_on':
      return always;
    case 'always_off':
      return never;
    case 'traceidratio':
      return byRatio(ratio);
    case 'parentbased_always_on':
      return asParent(always);
    case 'parentbased_always_off':
      return asParent(never);
    case 'parentbased_traceidratio':
      return asParent(byRatio(ratio));
    default:
      return unreachable(name);
  }
};
