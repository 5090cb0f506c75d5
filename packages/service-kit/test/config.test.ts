import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bytes, configErrors, dataDir, host, logLevel, millis, port, readConfig, url } from '../src/index.ts';
import { startProcess } from './service-process.ts';

const schema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  API_PORT: port(8010),
  STORE_URL: url('http://127.0.0.1:8018'),
  WAIT_MS: millis(1_000),
  BODY_BYTES: bytes(1_024),
  DATA: dataDir(),
  API_KEY: z.string().min(10).optional(),
});

describe('readConfig', () => {
  it('has a default for everything and takes an empty variable for none', () => {
    expect(readConfig(schema, { API_PORT: '' })).toMatchObject({
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      API_PORT: 8010,
      STORE_URL: 'http://127.0.0.1:8018',
      DATA: expect.stringMatching(/^\/.*\.clearspan$/) as string,
    });
  });

  it('says what is wrong with each variable, and never shows a secret', () => {
    const errors = configErrors(schema, {
      HOST: '0.0.0.0',
      LOG_LEVEL: 'loud',
      API_PORT: 'http',
      STORE_URL: 'ftp://user:swordfish@host',
      WAIT_MS: '0',
      BODY_BYTES: '1.5',
      API_KEY: 'short',
    });
    expect(errors.join('\n')).toMatchInlineSnapshot(`
      "HOST: expected a loopback address: no authentication is configured, so other machines must not reach this service, found "0.0.0.0"
      LOG_LEVEL: expected one of "trace"|"debug"|"info"|"warn"|"error"|"fatal"|"silent", found "loud"
      API_PORT: expected a port, 0 to 65535, found "http"
      STORE_URL: expected an http address, found a value that is not shown
      WAIT_MS: expected milliseconds, 1 to 86400000, found "0"
      BODY_BYTES: expected a whole number of bytes, at least 1, found "1.5"
      API_KEY: expected string to have >=10 characters, found a value that is not shown"
    `);
  });

  it('refuses ports that do not exist', () => {
    for (const wrong of ['-1', '65536', '80.5', 'NaN']) {
      expect(configErrors(schema, { API_PORT: wrong })).toEqual([expect.stringContaining(`found "${wrong}"`)]);
    }
  });

  it('ends the process with exit code 2 and every error on its own line', async () => {
    const process = startProcess({ HOST: '0.0.0.0', PORT: 'x', SOME_TOKEN: 'hunter2' });
    expect(await process.exited).toEqual({ code: 2, signal: null });
    const lines = process.errors().trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['HOST', 'PORT', 'SOME_TOKEN']);
    expect(process.errors()).toContain('no authentication is configured');
    expect(process.errors()).not.toContain('hunter2');
  });
});
