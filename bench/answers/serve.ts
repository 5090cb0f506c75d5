import { STORE_PORT, startStoreProcess, stopStoreProcess } from '../store-process.ts';
import type { AnswerParts, Question } from './questions.ts';

const URL_OF_STORE = `http://127.0.0.1:${STORE_PORT}`;
const ASKED = 100;
/** The data is of a day in the past and must stay. */
const RETENTION_DAYS = '3650';

/** An answer that says nothing is fast, and measures nothing. */
const EMPTY = /"row_count":0|"(?:traces|edges|series|values|spans)":\[\]/;

const asked = async (parts: AnswerParts, question: Question, at: number): Promise<number> => {
  const { path, body } = question.request(parts, at);
  const started = performance.now();
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${URL_OF_STORE}${path}`, body === undefined ? {} : post);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${question.name}: ${answer.status} ${text}`);
  if (EMPTY.test(text)) throw new Error(`${question.name}: expected an answer with rows, found none`);
  return performance.now() - started;
};

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1).padStart(8);

/** Asks the service as it is shipped, over HTTP, one question at a time. */
export const serve = async (dir: string, parts: AnswerParts, questions: readonly Question[]): Promise<void> => {
  const store = await startStoreProcess(dir, { TELEMETRY_STORE_RETENTION_DAYS: RETENTION_DAYS });
  try {
    console.log(`the service over HTTP, each asked ${ASKED} times\n  p50 ms  p95 ms`);
    for (const question of questions) {
      await asked(parts, question, 0);
      const times: number[] = [];
      for (let i = 1; i <= ASKED; i++) times.push(await asked(parts, question, i));
      times.sort((a, b) => a - b);
      console.log(`${at(times, 0.5)}${at(times, 0.95)}  ${question.name}`);
    }
  } finally {
    await stopStoreProcess(store);
  }
};
