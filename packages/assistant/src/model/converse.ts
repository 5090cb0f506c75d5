import { type Asked, type Attempt, tryQuery } from './attempt.ts';
import { MODEL_LIMITS } from './limits.ts';
import { EMPTY_TALLY, type Tally, withCall, withFailedCall } from './model-use.ts';
import type { ChatMessage, ModelPorts } from './ports.ts';
import { type Fault, repairPrompt } from './prompt/repair-prompt.ts';
import { readReply } from './reply/read-reply.ts';

export type SoundAttempt = Extract<Attempt, { kind: 'sound' }>;

export type Conversation = { readonly tally: Tally; readonly repairs: number } & (
  | { readonly kind: 'query'; readonly attempt: SoundAttempt; readonly unlinked: readonly string[] }
  /** No query of the model can be taken; why, as a sentence. */
  | { readonly kind: 'none'; readonly reason: string }
);

const DECLINED = {
  clarify: 'The model asked back instead of writing a query.',
  unsupported: 'The model found no query that answers this.',
  refuse: 'The model declined the question.',
} as const;

type Turned =
  | { readonly kind: 'done'; readonly result: Conversation }
  | { readonly kind: 'again'; readonly fault: Fault; readonly tally: Tally; readonly last: Conversation };

/** One call and what its reply is worth. */
const turn = async (
  messages: readonly ChatMessage[],
  asked: Asked,
  ports: ModelPorts,
  tally: Tally,
  repairs: number,
): Promise<Turned> => {
  const none = (reason: string, counted: Tally): Conversation => ({ kind: 'none', reason, tally: counted, repairs });
  const outcome = await ports.step(repairs === 0 ? 'chat' : 'repair', () => ports.chat(messages));
  if (!outcome.ok) return { kind: 'done', result: none(outcome.reason, withFailedCall(tally)) };
  const counted = withCall(tally, outcome.usage, outcome.costUsd);
  const read = readReply(outcome.content, outcome.finishReason);
  if (!read.ok) {
    const last = none(`The model could not be used: ${read.message}.`, counted);
    if (!read.retry) return { kind: 'done', result: last };
    return { kind: 'again', fault: { kind: 'unreadable', message: read.message }, tally: counted, last };
  }
  const { decision, query, unlinked } = read.reply;
  if (decision !== 'answer') return { kind: 'done', result: none(DECLINED[decision], counted) };
  const attempt = await tryQuery(query, asked, ports);
  switch (attempt.kind) {
    case 'refused':
      return { kind: 'done', result: none(attempt.reason, counted) };
    case 'wrong':
      return { kind: 'again', fault: attempt.fault, tally: counted, last: none(attempt.reason, counted) };
    case 'sound': {
      const result: Conversation = { kind: 'query', attempt, unlinked, tally: counted, repairs };
      return attempt.fault === null
        ? { kind: 'done', result }
        : { kind: 'again', fault: attempt.fault, tally: counted, last: result };
    }
  }
};

/** Asks a model, and at most twice more with what was wrong. What was sound once stays, also when a further call fails. */
export const converse = async (
  prompt: readonly ChatMessage[],
  asked: Asked,
  ports: ModelPorts,
): Promise<Conversation> => {
  let messages = prompt;
  let tally = EMPTY_TALLY;
  let sound: Extract<Conversation, { kind: 'query' }> | null = null;
  for (let repairs = 0; ; repairs++) {
    const turned = await turn(messages, asked, ports, tally, repairs);
    const result = turned.kind === 'done' ? turned.result : turned.last;
    if (result.kind === 'query') sound = result;
    if (turned.kind === 'done' || repairs === MODEL_LIMITS.repairsMax) {
      return sound === null ? result : { ...sound, tally: result.tally, repairs };
    }
    tally = turned.tally;
    messages = [...prompt, repairPrompt(turned.fault, ports.nonce())];
  }
};
