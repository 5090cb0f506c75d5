import type { SourceFailure } from './query-source.ts';

/** The engine's own ways to fail that the query can be blamed for; the rest are failures of the engine. */
const INPUT_CODES: readonly string[] = ['TIMEOUT', 'MEMORY', 'TOO_MANY_ROWS', 'REFUSED'];

/** What an error of the store means for the one who asked. */
export const engineFailure = (error: unknown): SourceFailure => {
  const found = (error as { code?: unknown }).code;
  const code = typeof found === 'string' ? found : 'ENGINE';
  const kind = INPUT_CODES.includes(code) ? 'input' : 'unreachable';
  return { kind, code, message: error instanceof Error ? error.message : 'the engine failed', diagnostics: [] };
};
