import { expect, test } from 'vitest';
import { readServerAddress } from '../../src/index.ts';
import { needNewEnough } from '../../src/server/server-version.ts';

test.each([
  ['http://ch:8123', 'http://ch:8123', 'default', ''],
  ['https://ch.example/', 'https://ch.example', 'default', ''],
  ['http://me:p%40ss@ch:8123', 'http://ch:8123', 'me', 'p@ss'],
])('%s', (text, url, username, password) => {
  expect(readServerAddress(text, {})).toEqual({ ok: true, address: { url, username, password } });
});

test('what is given beside the address comes first', () => {
  expect(readServerAddress('http://a:b@ch:8123', { user: 'c', password: 'd' })).toMatchObject({
    address: { username: 'c', password: 'd' },
  });
});

test.each([
  ['secret', 'what is no address'],
  ['clickhouse://u:secret@h:9000', 'the scheme clickhouse'],
  ['http://u:secret@h:8123/?database=x', 'a query or a fragment'],
  ['http://u:secret@h:8123/otel', 'a path'],
])('%s is refused and not repeated', (text, found) => {
  const read = readServerAddress(text, {});
  expect(read).toEqual({
    ok: false,
    fault: `expected http://host:port or https://host:port of a ClickHouse server, found ${found}`,
  });
  expect(JSON.stringify(read)).not.toContain('secret');
});

test.each(['26.2.1.1', '26.7.2.1', '27.1'])('version %s has all that is needed', (version) => {
  expect(() => needNewEnough(version)).not.toThrow();
});

test.each(['18.16.1', '25.8.3.1', '26.1.9'])('version %s is refused', (version) => {
  expect(() => needNewEnough(version)).toThrow(`expected ClickHouse 26.2 or later, found ${version}`);
});
