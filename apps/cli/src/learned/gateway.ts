import { inputError, unreachableError } from '../command-error.ts';
import { httpJson } from '../sources/http-json.ts';

/** What was learned, at the gateway. What it refuses, and that it is not there, ends the command. */
export interface LearnedGateway {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

export const learnedGateway = (url: string): LearnedGateway => {
  const base = `${url.replace(/\/+$/, '')}/api/learned`;
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const answer = await httpJson<T>(method, `${base}${path}`, { body });
    if (answer.ok) return answer.value;
    const { kind, code, message } = answer.failure;
    // An id that is not there is a wrong id, though the same status of a page is not.
    throw kind === 'input' || code === 'NOT_FOUND' ? inputError(message) : unreachableError(message);
  };
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) };
};
