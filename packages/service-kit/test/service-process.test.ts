import { describe, expect, it } from 'vitest';
import { startProcess } from './service-process.ts';

const clean = { code: 0, signal: null };

describe('a service process', () => {
  it('works although nothing takes its telemetry, and says nothing of it', async () => {
    const service = startProcess({});
    const url = await service.ready;
    await expect(fetch(`${url}/hello`).then((answer) => answer.json())).resolves.toEqual({ hello: 'world' });
    expect(await fetch(`${url}/health/ready`).then(({ status }) => status)).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.exited).toEqual(clean);
    expect(service.errors()).toBe('');
    expect(service.lines().some((line) => line.includes('"msg":"request answered"'))).toBe(true);
  });

  it('that cannot have its port ends with 1, and says so as a line of the log', async () => {
    const first = startProcess({});
    const { port } = new URL(await first.ready);
    const second = startProcess({ PORT: port });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    const told = JSON.parse(second.lines().at(-1) ?? '') as { level: number; msg: string; err: { code: string } };
    expect(told).toMatchObject({ level: 60, msg: 'the service could not be started', err: { code: 'EADDRINUSE' } });
    first.child.kill('SIGTERM');
    expect(await first.exited).toEqual(clean);
  });

  it('answers what is under way, refuses what is new, closes what it holds, and ends with 0', async () => {
    const service = startProcess({});
    const url = await service.ready;
    const slow = fetch(`${url}/slow`);
    await service.line('slow began');
    service.child.kill('SIGINT');
    service.child.kill('SIGINT');
    await service.line('stopping');
    await expect(fetch(`${url}/hello`)).rejects.toThrow();
    await expect(slow.then((answer) => answer.json())).resolves.toEqual({ slow: 'done' });
    expect(await service.exited).toEqual(clean);
    expect(service.lines()).toContain('closed');
  });

  it('is gone within five seconds with a request that never ends, and closes what it holds all the same', async () => {
    const service = startProcess({});
    const url = await service.ready;
    const stuck = fetch(`${url}/stuck`).catch((error: unknown) => error);
    await service.line('stuck began');
    const asked = performance.now();
    service.child.kill('SIGTERM');
    expect(await service.exited).toEqual(clean);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(service.lines()).toContain('closed');
    expect(await stuck).toBeInstanceOf(Error);
  });

  it('tells its parent that it is ready once its checks pass, not before', async () => {
    const service = startProcess({ WAITS: '1' });
    let told = false;
    void service.ready.then(() => {
      told = true;
    });
    const url = (await service.line('listening at ')).match(/http:[^"]+/)?.[0] ?? '';
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(told).toBe(false);
    service.child.send('word');
    expect(await service.ready).toBe(url);
    service.child.kill('SIGTERM');
    expect(await service.exited).toEqual(clean);
  });

  it('ends when its parent is gone, also when nobody reads its output any more', async () => {
    const service = startProcess({});
    await service.ready;
    service.child.stdout?.destroy();
    service.child.stderr?.destroy();
    service.child.disconnect();
    expect(await service.exited).toEqual(clean);
  });
});
