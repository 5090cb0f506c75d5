import { request } from 'node:http';
import { Readable } from 'node:stream';

export interface SlowRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** What `fetch` does, for answers that take as long as the signal lets them. */
export const slowRequest = (url: string, { method, headers, body, signal }: SlowRequest): Promise<Response> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, signal }, (answer) => {
      const status = answer.statusCode ?? 0;
      resolve(new Response(Readable.toWeb(answer) as ReadableStream, { status }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
