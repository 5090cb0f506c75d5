import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { configSchema } from '../src/config.ts';
import { addressProblem, isPublicAddress, publicLookup } from '../src/openai/allowed-address.ts';

test.each([
  'https://api.openai.com/v1',
  'https://1.1.1.1/v1',
  'http://127.0.0.1:11434/v1',
  'http://localhost:11434/v1',
  'http://[::1]:11434/v1',
])('%s may be called', (address) => {
  expect(addressProblem(address, [])).toBeNull();
});

test.each([
  'http://api.openai.com/v1',
  'http://10.0.0.5/v1',
  'https://10.0.0.5/v1',
  'https://192.168.1.10/v1',
  'https://172.20.0.1/v1',
  'https://169.254.169.254/latest/meta-data',
  'http://169.254.169.254/v1',
  'https://[fd00::1]/v1',
  'https://[fe80::1]/v1',
  'https://[::ffff:10.0.0.1]/v1',
  'https://0.0.0.0/v1',
  'https://100.64.0.1/v1',
  'https://0x7f000001.example/v1?key=1',
  'https://user:secret@api.openai.com/v1',
  'http://gpu-box:8000/v1',
])('%s may not', (address) => {
  expect(addressProblem(address, [])).toMatch(/^expected /);
});

test('a host that the administrator names may be called, with and without TLS', () => {
  expect(addressProblem('http://gpu-box:8000/v1', ['gpu-box'])).toBeNull();
  expect(addressProblem('https://10.0.0.5/v1', ['10.0.0.5'])).toBeNull();
});

test.each([
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '255.255.255.255',
  'x',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('a name that resolves to this machine is not connected to', async () => {
  const lookup = promisify((name: string, done: (error: Error | null, address?: unknown) => void) =>
    publicLookup(name, { all: false }, (error, address) => done(error, address)),
  );
  await expect(lookup('localhost')).rejects.toThrow('not public');
});

test('a configured address that may not be called is an error of the configuration', () => {
  const read = (env: object) => configSchema.safeParse(env);
  expect(read({ OPENAI_BASE_URL: 'http://169.254.169.254/v1' }).error?.issues[0]?.path).toEqual(['OPENAI_BASE_URL']);
  expect(read({ OPENAI_BASE_URL: 'http://gpu-box:8000/v1', MODEL_ALLOWED_HOSTS: 'GPU-box, other' }).success).toBe(true);
});
