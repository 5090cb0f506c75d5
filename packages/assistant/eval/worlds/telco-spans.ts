import { attributes, otlpSpan, type Values } from './otlp-span.ts';
import { type Dice, NOW_MS, times } from './seeded.ts';
import { FLOWS, type Step } from './telco-flows.ts';

const KNOWN_TRACE = '7e1c0a5511d04f0e8a6b3c2d9f104801';
const TRACES = 2_600;
const APPS: Readonly<Record<string, string>> = {
  'partner-gw': 'partners',
  mediation: 'network',
  'sms-gw': 'network',
  'cell-watch': 'network',
};

/** Where a trace has a line of log too. */
export interface Heard {
  readonly ms: number;
  readonly name: string;
  readonly traceId: string;
}

interface At {
  readonly traceId: string;
  readonly parentSpanId: string;
  readonly startMs: number;
  readonly more: Values;
}

/** The line of a step, and before it those of the steps within it, which it takes longer than. */
const stepLines = (random: Dice, step: Step, at: At): { lines: readonly string[]; micros: number } => {
  const spanId = random.hex(16);
  const lines: string[] = [];
  let micros = Math.floor(random.between(400, 60_000) * step.drag);
  for (const inner of step.within) {
    const startMs = at.startMs + Math.floor(micros / 1000);
    const told = stepLines(random, inner, { ...at, parentSpanId: spanId, startMs });
    lines.push(...told.lines);
    micros += told.micros;
  }
  const span = otlpSpan({
    traceId: at.traceId,
    spanId,
    parentSpanId: at.parentSpanId,
    work: step.work,
    startMs: at.startMs,
    micros,
    failing: step.error !== undefined,
    resource: attributes({
      'service.name': step.service,
      'service.namespace': APPS[step.service] ?? 'customer',
      'host.name': `${step.service}-${random.between(1, 4)}`,
    }),
    more: { ...at.more, ...(step.error === undefined ? {} : { 'error.type': step.error }) },
  });
  return { lines: [...lines, JSON.stringify(span)], micros };
};

/** Traces over two weeks, with those of the incidents among them. */
export const telcoTraces = (random: Dice): { lines: readonly string[]; heard: readonly Heard[] } => {
  const heard: Heard[] = [];
  const starts = [...times(random, TRACES, 14), Date.UTC(2026, 10, 20, 8, 41, 7)];
  const lines = starts.flatMap((start, index) => {
    const isKnown = index === TRACES;
    const startMs = Math.min(start, NOW_MS - 30_000);
    const traceId = isKnown ? KNOWN_TRACE : random.hex(32);
    const flow = isKnown ? FLOWS[0] : random.pick(FLOWS);
    const { step, more } = (flow as (typeof FLOWS)[number])(random, startMs);
    const inner = step.within[0] ?? step;
    if (isKnown || step.service === 'selfcare-api' || random.chance(0.3))
      heard.push({ ms: startMs + 40, name: inner.service, traceId });
    return stepLines(random, step, { traceId, parentSpanId: '', startMs, more }).lines;
  });
  return { lines, heard };
};
