import { randomBytes } from 'node:crypto';
import {
  type Interpretation,
  type Linked,
  type ModelPorts,
  type ModelUse,
  modelNeed,
  PROMPT_VERSION,
  type TranslateInput,
  type Translation,
  translate,
} from '@clearspan/assistant';
import type { InterpretRequest } from '@clearspan/contracts';
import { inSpan, remainingMs } from '@clearspan/instrumentation';
import type { MeshClient } from '@clearspan/mesh';
import { chatWith } from './chat.ts';
import { modelInfoCache } from './model-info.ts';
import { probeWith } from './probe.ts';
import { createQueryCache } from './query-cache.ts';
import { createTurnClock } from './turn-clock.ts';

export interface ModelTurnOptions {
  readonly mesh: MeshClient;
  /** Milliseconds that one question may spend on the model. */
  readonly turnMs: number;
}

/** A reading that a model has had its say about, or not. */
export interface FinalReading {
  readonly reading: Interpretation;
  /** Null where no model was to be asked. */
  readonly use: ModelUse | null;
}

/** From what the built-in rules made of a question to what is answered. Never fails: the built-in reading is always there. */
export type ModelTurn = (linked: Linked, reading: Interpretation, request: InterpretRequest) => Promise<FinalReading>;

const PROBE_MS = 3_000;
/** What is left of the time of a question for its answer. */
const ANSWER_MS = 300;
const NONCE_BYTES = 16;
/** There is no sign-in: whoever does not say who it is, is one and the same. */
const NOBODY = 'anonymous';

const barredUse = (name: string, reason: string): ModelUse => ({
  used: false,
  name,
  reason,
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  cached: false,
});

/** One question through the model, as a span with its steps. Prompts and replies are on none of them. */
const traced = (input: TranslateInput, mode: InterpretRequest['mode'], ports: ModelPorts): Promise<Translation> =>
  inSpan('nlq.translate', { attributes: { 'nlq.mode': mode, 'nlq.prompt.version': PROMPT_VERSION } }, async (span) => {
    const translation = await translate(input, ports);
    const { reading, use, repairs } = translation;
    span.setAttributes({
      'nlq.intent': reading.intent.type,
      'nlq.outcome': use.used ? 'model' : 'built_in',
      'nlq.reason': use.reason,
      'nlq.repairs': repairs,
      'nlq.cache.hit': use.cached,
      'gen_ai.request.model': use.name,
      ...(reading.kind === 'answer' ? { 'nlq.confidence': reading.confidence } : {}),
      ...(use.costUsd === null ? {} : { 'nlq.cost.usd': use.costUsd }),
    });
    return translation;
  });

export const createModelTurn = ({ mesh, turnMs }: ModelTurnOptions): ModelTurn => {
  const info = modelInfoCache(mesh);
  const cache = createQueryCache();

  const portsOf = (model: string, caller: string, request: InterpretRequest): ModelPorts => {
    // Who asked waits for the answer, whatever may be spent on the model.
    const waitedForMs = (remainingMs() ?? Number.POSITIVE_INFINITY) - ANSWER_MS;
    const clock = createTurnClock(Math.min(turnMs, waitedForMs));
    return {
      model,
      chat: (messages) => chatWith(mesh, messages, caller, clock.allow(turnMs)),
      probe: (query, rowsMax) => probeWith(mesh, query, rowsMax, request, clock.allow(PROBE_MS)),
      recall: (key) => cache.get(key),
      keep: (key, query) => cache.set(key, query),
      nonce: () => randomBytes(NONCE_BYTES).toString('hex'),
      step: (name, run) => inSpan(`nlq.${name}`, {}, run),
    };
  };

  return async (linked, reading, request) => {
    const need = modelNeed(linked, reading);
    if (need.kind === 'none') return { reading, use: null };
    const model = await info.get();
    if (model === null) return { reading, use: null };
    if (need.kind === 'barred') return { reading, use: barredUse(model, need.reason) };
    const user = request.caller?.user ?? NOBODY;
    const windowKnown = request.time_range !== undefined;
    // What is kept for one caller is kept under all that is known of it.
    const caller = JSON.stringify([user, request.caller?.team ?? null]);
    const input = { linked, reading, turns: request.context ?? [], windowKnown, caller };
    return traced(input, request.mode, portsOf(model, user, request));
  };
};
