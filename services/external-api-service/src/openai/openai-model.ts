import { isLoopback } from '@clearspan/service-kit';
import { Agent, request } from 'undici';
import type { ChatModel, ChatOutcome, ChatRequest } from '../core/chat-model.ts';
import { hostOf, publicLookup } from './allowed-address.ts';
import { type Dialect, FULL_DIALECT, simpler } from './dialect.ts';
import { outputPart } from './output-forms.ts';
import { providerOf } from './provider-of.ts';
import { readCompletion } from './read-completion.ts';

/** Bytes of an answer at most: a model's reply is text of a few kilobytes. */
const ANSWER_BYTES_MAX = 1_048_576;
const CONNECTIONS_MAX = 8;
/** Requests of one call, the refused ones included: every parameter and form can be refused once. */
const TRIES_MAX = 7;

export interface OpenAiOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly timeoutMs: number;
  /** Hosts that may be reached at addresses which are not public. */
  readonly allowedHosts?: readonly string[];
}

type Sent =
  | { readonly kind: 'answered'; readonly outcome: ChatOutcome }
  /** The endpoint did not take the request as it was; with the beginning of what it said. */
  | { readonly kind: 'malformed'; readonly status: number; readonly refusal: string };

const statusOutcome = (status: number): ChatOutcome => ({
  ok: false,
  code: status === 429 || status === 503 ? 'SERVICE_UNAVAILABLE' : 'UPSTREAM_ERROR',
  message: `the model endpoint answered with status ${status}`,
});

const readText = async (body: AsyncIterable<Uint8Array>): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const bodyOf = (model: string, { messages, temperature, max_tokens, seed, output }: ChatRequest, dialect: Dialect) => ({
  model,
  messages,
  stream: false,
  ...(dialect.temperature && temperature !== undefined ? { temperature } : {}),
  ...(dialect.seed && seed !== undefined ? { seed } : {}),
  ...(max_tokens === undefined ? {} : { [dialect.limitName]: max_tokens }),
  ...(output ? outputPart(dialect.form, output) : {}),
});

const dispatcherFor = (url: URL, allowedHosts: readonly string[]): Agent => {
  const host = hostOf(url);
  const isNamed = isLoopback(host) || allowedHosts.includes(host);
  return new Agent({ connections: CONNECTIONS_MAX, ...(isNamed ? {} : { connect: { lookup: publicLookup } }) });
};

/** Any endpoint that speaks OpenAI's chat completions. What it takes is found out by the first calls, and kept. */
export const createOpenAiModel = (options: OpenAiOptions): ChatModel => {
  const { baseUrl, model, apiKey, timeoutMs, allowedHosts = [] } = options;
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/chat/completions`);
  const dispatcher = dispatcherFor(url, allowedHosts);
  let known = FULL_DIALECT;

  const send = async (chat: ChatRequest, dialect: Dialect, signal: AbortSignal): Promise<Sent> => {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      dispatcher,
      signal,
      headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      body: JSON.stringify(bodyOf(model, chat, dialect)),
    });
    const text = await readText(body);
    if (statusCode === 400 || statusCode === 422) return { kind: 'malformed', status: statusCode, refusal: text ?? '' };
    if (statusCode !== 200) return { kind: 'answered', outcome: statusOutcome(statusCode) };
    if (text !== null) return { kind: 'answered', outcome: readCompletion(text, model) };
    const message = `the model's answer is over ${ANSWER_BYTES_MAX} bytes`;
    return { kind: 'answered', outcome: { ok: false, code: 'UPSTREAM_ERROR', message } };
  };

  const converse = async (chat: ChatRequest, signal: AbortSignal): Promise<ChatOutcome> => {
    let dialect = known;
    for (let tries = 1; ; tries++) {
      const sent = await send(chat, dialect, signal);
      if (sent.kind === 'answered') {
        // Only what led to an answer is worth remembering: a request may be refused for what it says.
        if (sent.outcome.ok) known = dialect;
        return sent.outcome;
      }
      const next = tries < TRIES_MAX ? simpler(dialect, sent.refusal, chat.output !== undefined) : null;
      if (next === null) return statusOutcome(sent.status);
      dialect = next;
    }
  };

  return {
    name: model,
    provider: providerOf(url.hostname),
    address: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    chat: async (chat, signal) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        return await converse(chat, AbortSignal.any([signal, timeout]));
      } catch {
        // The error of a failed request may hold its headers: only what happened is passed on.
        if (timeout.aborted) {
          return { ok: false, code: 'DEADLINE_EXCEEDED', message: `the model did not answer in ${timeoutMs} ms` };
        }
        return { ok: false, code: 'SERVICE_UNAVAILABLE', message: `no answer from the model endpoint at ${url.host}` };
      }
    },
    close: () => dispatcher.destroy(),
  };
};
