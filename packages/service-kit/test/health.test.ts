import { serviceHealth } from '@clearspan/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningService, VERSION } from '../src/index.ts';
import { quietService } from './quiet-service.ts';

let service: RunningService;
let broken = true;
let narrow = false;

beforeAll(async () => {
  const check = (): void => {
    if (broken) throw new Error('the disk is away');
  };
  const room = (): void => {
    if (narrow) throw new Error('there is little room');
  };
  const ready = [
    { name: 'disk', check },
    { name: 'room', check: room, partial: true },
  ];
  service = await quietService(() => undefined, { ready });
});
afterAll(() => service.stop());

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(service.url + path);
  return { status: answer.status, body: await answer.json() };
};

it('is alive but not ready while something it needs is away, and says what', async () => {
  broken = true;
  expect(await get('/health/live')).toMatchObject({ status: 200 });
  expect(await get('/health/ready')).toMatchObject({
    status: 503,
    body: { status: 'not ready', checks: { disk: { status: 'unhealthy', error: 'the disk is away' } } },
  });
  const { status, body } = await get('/health');
  expect(status).toBe(503);
  expect(serviceHealth.parse(body)).toMatchObject({ status: 'unhealthy', service: 'test-service', version: VERSION });
});

it('is ready when everything is there', async () => {
  broken = false;
  expect(await get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  const { status, body } = await get('/health');
  expect(status).toBe(200);
  expect(serviceHealth.parse(body)).toMatchObject({ status: 'healthy', checks: { disk: { status: 'healthy' } } });
});

it('is ready and degraded while a part of it does not work', async () => {
  narrow = true;
  const room = { status: 'degraded', error: 'there is little room' };
  expect(await get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready', checks: { room } } });
  expect(await get('/health')).toMatchObject({ status: 200, body: { status: 'degraded', checks: { room } } });
  narrow = false;
});

it('shows its metrics as Prometheus text', async () => {
  const answer = await fetch(`${service.url}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await answer.text()).toContain('# TYPE http_server_request_duration_seconds histogram');
});

it('refuses an address that other machines reach', async () => {
  await expect(quietService(() => undefined, { host: '0.0.0.0' })).rejects.toThrow('HOST: expected a loopback address');
});
