import { setTimeout as delay } from 'node:timers/promises';
import { QUESTIONS } from './questions.ts';

export interface AskedTogether {
  /** Milliseconds of each request, ascending. */
  readonly ms: readonly number[];
  readonly seconds: number;
}

interface Answer {
  readonly kind: string;
  readonly result?: { readonly row_count: number };
  readonly execution_error?: { readonly message: string };
}

/** The time until the whole answer has come. An answer without its rows would be fast and measure nothing. */
const askOnce = async (url: string, question: string): Promise<number> => {
  const started = performance.now();
  const response = await fetch(`${url}/api/generate-query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_input: question }),
  });
  const answer = (await response.json()) as Answer;
  const ms = performance.now() - started;
  if (response.status !== 200 || answer.result === undefined) {
    const found = answer.execution_error?.message ?? `${response.status} ${answer.kind}`;
    throw new Error(`${question}: expected a result, found ${found}`);
  }
  return ms;
};

const WAIT_MS = 500;
const WAITS_MAX = 120;

/** Until the reader of questions knows the data that has just come: before, it asks back. */
export const untilKnown = async (url: string): Promise<void> => {
  for (let waits = 0; ; waits++) {
    try {
      for (const question of QUESTIONS) await askOnce(url, question);
      return;
    } catch (error) {
      if (waits === WAITS_MAX) throw error;
      await delay(WAIT_MS);
    }
  }
};

/** So many clients, each of which asks its next question as soon as it has the answer to the one before. */
export const askTogether = async (url: string, clients: number, requests: number): Promise<AskedTogether> => {
  const ms: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < requests) {
      const question = QUESTIONS[next % QUESTIONS.length] as string;
      next += 1;
      ms.push(await askOnce(url, question));
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { ms: ms.toSorted((a, b) => a - b), seconds: (performance.now() - started) / 1000 };
};
