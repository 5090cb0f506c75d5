import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { get } from './support/http.ts';
import { clearspan, startSystem } from './support/system.ts';

describe('clearspan up', () => {
  test('lists every address and what to try, answers, and stops cleanly', async () => {
    const system = await startSystem(18_500);
    try {
      for (const { url } of system.processes) {
        expect(system.output()).toContain(url);
        expect((await get(`${url}/health/ready`)).status).toBe(200);
      }
      expect(system.output()).toContain(system.otlp_url);
      expect(system.output()).toContain(system.otlp_grpc_url);
      expect(system.output()).toContain('/api/generate-query');
      system.signal('SIGINT');
      expect(await system.exited).toBe(0);
      for (const { pid } of system.processes) expect(() => process.kill(pid, 0)).toThrow();
    } finally {
      await system.stop();
    }
  });

  test('a process that dies stops the rest, by name and with its last lines', async () => {
    const system = await startSystem(18_600);
    try {
      process.kill(system.process('processing-service').pid, 'SIGKILL');
      expect(await system.exited).toBe(1);
      expect(system.output()).toMatch(/processing-service.*SIGKILL/);
    } finally {
      await system.stop();
    }
  });

  test('a port that is taken is named before anything starts', async () => {
    const taken = createServer().listen(18_710, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    try {
      const { code, stderr } = await clearspan(['up', '--port-base', '18700']);
      expect(code).toBe(3);
      expect(stderr).toContain('18710');
    } finally {
      taken.close();
    }
  });
});
