import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningService } from '../src/index.ts';
import { quietService } from './quiet-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await quietService((app) => void app.get('/data', () => ({ secret: true })));
});
afterAll(() => service.stop());

const ask = (host: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    request(`${service.url}/data`, { headers: { host } }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

it.each(['localhost', 'localhost:8010', '127.0.0.1', '127.0.0.1:80', '[::1]:8010'])(
  'answers a request to %s',
  async (host) => {
    expect((await ask(host)).status).toBe(200);
  },
);

it.each(['evil.example', 'evil.example:8010', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1'])(
  'refuses a request to %s, and tells nothing',
  async (host) => {
    const { status, body } = await ask(host);
    expect(status).toBe(403);
    expect(body).toContain(JSON.stringify(host.split(':')[0]).replaceAll('"', '\\"'));
    expect(body).not.toContain('secret');
  },
);
