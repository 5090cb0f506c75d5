import { STOREFRONT } from '@clearspan/contracts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readUrl } from '../args/read-source.ts';
import { inputError, unreachableError } from '../command-error.ts';
import { httpJson } from '../sources/http-json.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { runningSystem } from '../system/running-system.ts';
import type { Terminal } from '../terminal.ts';

const START = 'clearspan up --with storefront';
const CONTROL_ROOM = 'storefront-traffic';

/** The control room of the storefront. What it refuses, and that it is not there, ends the command. */
export interface ControlRoom {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  del<T>(path: string): Promise<T>;
}

const addressOf = (parsed: ParsedCommand, { env }: Terminal): string => {
  const given = readUrl(parsed, 'demo', 'http://127.0.0.1:8004') ?? env[STOREFRONT[CONTROL_ROOM].urlVariable];
  if (given) return given.replace(/\/+$/, '');
  const dataDir = dataDirectory(parsed, env);
  const running = runningSystem(dataDir, env).urls[CONTROL_ROOM];
  if (running !== undefined) return running;
  throw unreachableError(`no storefront runs on ${dataDir}; start the system with \`${START}\``);
};

/** `--url`, `STOREFRONT_TRAFFIC_URL`, else the one that runs on the data directory. */
export const controlRoom = (parsed: ParsedCommand, terminal: Terminal): ControlRoom => {
  const address = addressOf(parsed, terminal);
  const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> => {
    const answer = await httpJson<T>(method, `${address}${path}`, { body, startedBy: START });
    if (answer.ok) return answer.value;
    const { kind, message } = answer.failure;
    throw kind === 'input' ? inputError(message) : unreachableError(message);
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    del: (path) => ask('DELETE', path),
  };
};
