import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 50;
const ANSWER_MS = 2_000;

const answersReady = (url: string, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(`${url}/health/ready`, { signal, timeout: ANSWER_MS, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });

/** Settles when `GET /health/ready` answers 200. Rejects when the signal fires first. */
export const httpReady = async (url: string, signal: AbortSignal): Promise<void> => {
  while (!(await answersReady(url, signal))) await delay(POLL_MS, undefined, { signal });
};
