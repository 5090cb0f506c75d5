import type { Catalog } from '@clearspan/contracts';
import { check, parse } from '@clearspan/dataprime';
import {
  type AdmittedQuery,
  type ChatMessage,
  type ChatOutcome,
  classifyQuestion,
  generate,
  isAdmitted,
  linkQuestion,
  type ModelPorts,
  type ProbeOutcome,
  type Translation,
  translate,
} from '../../src/index.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

export interface Scripted {
  readonly ports: ModelPorts;
  readonly prompts: (readonly ChatMessage[])[];
  /** Texts that reached the store. */
  readonly ran: string[];
  readonly steps: string[];
  readonly kept: Map<string, string>;
}

type Said = string | ChatOutcome;

export const says = (content: string, finishReason = 'stop'): ChatOutcome => ({
  ok: true,
  content,
  finishReason,
  usage: { inputTokens: 1_000, outputTokens: 50 },
  costUsd: 0.001,
});

export const writes = (query: string, more: object = {}): string =>
  JSON.stringify({ decision: 'answer', query, unlinked: [], confidence: 0.9, ...more });

const ROWS: ProbeOutcome = { ok: true, rows: [{ $d: { n: 3 } }], truncated: false };

const isSound = (text: string): boolean => {
  const parsed = parse(text);
  return [...parsed.diagnostics, ...check(parsed).diagnostics].every(({ severity }) => severity !== 'error');
};

/** Ports that play a script: each reply in turn, the last one again and again. */
export const scripted = (
  replies: readonly Said[],
  probe: (query: AdmittedQuery) => ProbeOutcome = () => ROWS,
): Scripted => {
  const prompts: (readonly ChatMessage[])[] = [];
  const ran: string[] = [];
  const steps: string[] = [];
  const kept = new Map<string, string>();
  let nonces = 0;
  const ports: ModelPorts = {
    model: 'small',
    chat: async (messages) => {
      prompts.push(messages);
      const said = replies[Math.min(prompts.length, replies.length) - 1] ?? '';
      return typeof said === 'string' ? says(said) : said;
    },
    probe: async (query) => {
      // The door to the store: what was not admitted, or would not stand by itself, must never come here.
      if (!isAdmitted(query) || !isSound(query.text)) throw new Error(`unchecked text at the store: ${query.text}`);
      ran.push(query.text);
      return probe(query);
    },
    recall: (key) => kept.get(key) ?? null,
    keep: (key, query) => void kept.set(key, query),
    nonce: () => `nonce${String(nonces++).padStart(20, '0')}`,
    step: (name, run) => {
      steps.push(name);
      return run();
    },
  };
  return { ports, prompts, ran, steps, kept };
};

export const asked = (
  question: string,
  { ports }: Scripted,
  { catalog = shop, caller = 'ann' }: { catalog?: Catalog; caller?: string } = {},
): Promise<Translation> => {
  const linked = linkQuestion(classifyQuestion(question), catalog, NOW_NANOS);
  return translate({ linked, reading: generate(linked), turns: [], windowKnown: false, caller }, ports);
};
