import { type Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  /** Seconds to wait before the same is sent again. */
  readonly retryAfter: number;
}

/** Posts a body and waits for the whole answer. */
export const post = (agent: Agent, url: URL, type: string, body: Uint8Array): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { 'content-type': type, 'content-length': body.length },
    });
    sent.on('response', (response) => {
      response.resume();
      const retryAfter = Number(response.headers['retry-after'] ?? 0);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, retryAfter }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
