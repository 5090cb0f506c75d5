import type { Interpretation, Turn } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import { arbitrate } from './arbitrate.ts';
import { tryQuery } from './attempt.ts';
import { cacheKey } from './cache-key.ts';
import { type Conversation, converse, type SoundAttempt } from './converse.ts';
import { retrieveExamples } from './examples/retrieve.ts';
import { admitQuery } from './guard/admit-query.ts';
import { treeNodes } from './guard/tree-nodes.ts';
import { MODEL_LIMITS } from './limits.ts';
import { linkedSchema, linkedValues } from './linked-schema.ts';
import { agreedAnswer, modelAnswer, withSecondReading } from './model-answer.ts';
import { EMPTY_TALLY, type ModelUse } from './model-use.ts';
import type { ModelPorts, ProbeOutcome } from './ports.ts';
import { questionPrompt } from './prompt/question-prompt.ts';

export interface TranslateInput {
  readonly linked: Linked;
  /** What the built-in rules made of the question. */
  readonly reading: Interpretation;
  readonly turns: readonly Turn[];
  /** Whether the caller has chosen a window. */
  readonly windowKnown: boolean;
  /** Who asks. */
  readonly caller: string;
}

export interface Translation {
  readonly reading: Interpretation;
  readonly use: ModelUse;
  readonly repairs: number;
}

/** A query with a moment written into it means another time when it is asked again. */
const isRelative = ({ query }: SoundAttempt): boolean =>
  treeNodes(query.ast).every((node) => node.kind !== 'timestamp' || node.value.kind === 'now');

const recalled = async (key: string, input: TranslateInput, ports: ModelPorts): Promise<Conversation | null> => {
  const kept = ports.recall(key);
  if (kept === null) return null;
  const attempt = await tryQuery(kept, input, ports);
  return attempt.kind === 'sound' ? { kind: 'query', attempt, unlinked: [], tally: EMPTY_TALLY, repairs: 0 } : null;
};

const probeBuiltIn = async ({ linked, reading }: TranslateInput, ports: ModelPorts): Promise<ProbeOutcome | null> => {
  if (reading.kind !== 'answer') return null;
  const admission = admitQuery(reading.query, linked.index, linked.nowNanos);
  if (!admission.ok) return null;
  return ports.step('probe', () => ports.probe(admission.query, MODEL_LIMITS.probeRowsMax));
};

const settle = async (
  input: TranslateInput,
  conversation: Conversation,
  cached: boolean,
  ports: ModelPorts,
): Promise<Translation> => {
  const { reading, linked } = input;
  const { tally, repairs } = conversation;
  const use = (used: boolean, reason: string): ModelUse => ({ ...tally, used, reason, name: ports.model, cached });
  if (conversation.kind === 'none') return { reading, use: use(false, conversation.reason), repairs };
  const { attempt, unlinked } = conversation;
  const { query, probe } = attempt;
  const isSame = reading.kind === 'answer' && reading.query === query.text;
  const builtInProbe = isSame ? null : await probeBuiltIn(input, ports);
  const verdict = arbitrate({ reading, modelQuery: query.text, modelProbe: probe, builtInProbe });
  if (verdict.kind === 'model' || reading.kind !== 'answer') {
    const answer = modelAnswer(query, unlinked, probe.rows.length === 0, reading, linked);
    return { reading: answer, use: use(true, verdict.reason), repairs };
  }
  const answer = verdict.kind === 'agreed' ? agreedAnswer(reading) : withSecondReading(reading, query);
  return { reading: answer, use: use(false, verdict.reason), repairs };
};

/**
 * A question through a model: linked, asked, mended, checked, run on a few rows, and weighed against the built-in reading.
 * Whatever fails on the way, the built-in reading comes back with the reason. Nothing that was not admitted is run.
 */
export const translate = async (input: TranslateInput, ports: ModelPorts): Promise<Translation> => {
  const { linked, reading, turns, windowKnown, caller } = input;
  const { fields, values } = ports.step('link', () => ({ fields: linkedSchema(linked), values: linkedValues(linked) }));
  const key = cacheKey({ model: ports.model, caller, linked, fields, turns, windowKnown });
  const known = await recalled(key, input, ports);
  if (known !== null) return settle(input, known, true, ports);
  const examples = ports.step('retrieve', () => retrieveExamples(linked));
  const nonce = ports.nonce();
  const prompt = questionPrompt({ linked, reading, fields, values, examples, turns, windowKnown, nonce });
  const conversation = await converse(prompt, input, ports);
  if (conversation.kind === 'query' && conversation.attempt.fault === null && isRelative(conversation.attempt)) {
    ports.keep(key, conversation.attempt.query.text);
  }
  return settle(input, conversation, false, ports);
};
