import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AnswerParts, Question } from './questions.ts';

const PORT = 18_018;
const URL_OF_STORE = `http://127.0.0.1:${PORT}`;
const ASKED = 100;
/** The data is of a day in the past and must stay. */
const RETENTION_DAYS = '3650';

/** An answer that says nothing is fast, and measures nothing. */
const EMPTY = /"row_count":0|"(?:traces|edges|series|values|spans)":\[\]/;

const startStore = async (dataDir: string): Promise<ChildProcess> => {
  const main = fileURLToPath(new URL('../../services/telemetry-store/src/main.ts', import.meta.url));
  const store = spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--import', '@clearspan/instrumentation/register', main],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env.PATH ?? '',
        CLEARSPAN_DATA: dataDir,
        TELEMETRY_STORE_PORT: String(PORT),
        TELEMETRY_STORE_OTLP_PORT: '0',
        TELEMETRY_STORE_OTLP_GRPC_PORT: '0',
        TELEMETRY_STORE_OTLP_URL: 'off',
        TELEMETRY_STORE_RETENTION_DAYS: RETENTION_DAYS,
        OTEL_SERVICE_NAME: 'telemetry-store',
        LOG_LEVEL: 'error',
      },
    },
  );
  await once(store, 'message');
  return store;
};

const asked = async (parts: AnswerParts, question: Question, at: number): Promise<number> => {
  const { path, body } = question.request(parts, at);
  const started = performance.now();
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${URL_OF_STORE}${path}`, body === undefined ? {} : post);
  const text = await answer.text();
  if (EMPTY.test(text)) throw new Error(`${question.name}: expected an answer with rows, found none`);
  if (answer.status !== 200) throw new Error(`${question.name}: ${answer.status} ${text}`);
  return performance.now() - started;
};

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1).padStart(8);

/** Asks the service as it is shipped, over HTTP, one question at a time. */
export const serve = async (dir: string, parts: AnswerParts, questions: readonly Question[]): Promise<void> => {
  const store = await startStore(dir);
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
    store.kill('SIGTERM');
    await once(store, 'exit');
  }
};
