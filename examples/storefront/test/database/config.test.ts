import { configErrors } from '@clearspan/service-kit';
import { expect, test } from 'vitest';
import { configSchema } from '../../src/database/config.ts';

test('nothing needs to be set', () => {
  expect(configSchema.parse({})).toMatchObject({
    DATABASE_SERVICE_PORT: 8003,
    STOREFRONT_CONNECTIONS: 4,
    STOREFRONT_SLOW_QUERY_MS: 100,
  });
});

test.each(['postgresql://shop@db.example:5432/shop', 'postgres:///shop?host=/var/run/postgresql'])(
  '%s is an address',
  (address) => {
    expect(configErrors(configSchema, { DATABASE_URL: address })).toEqual([]);
  },
);

test.each([
  ['DATABASE_URL', 'mysql://127.0.0.1/shop', 'expected a postgresql address'],
  ['STOREFRONT_CONNECTIONS', 'four', 'expected a whole number, 1 to 64'],
  ['STOREFRONT_CONNECTIONS', '65', 'expected a whole number, 1 to 64'],
  ['STOREFRONT_CONNECTIONS', '1.5', 'expected a whole number, 1 to 64'],
  ['STOREFRONT_SLOW_QUERY_MS', 'soon', 'expected milliseconds, 1 to 86400000'],
])('%s=%s is refused with what is expected', (variable, value, expected) => {
  expect(configErrors(configSchema, { [variable]: value })).toEqual([
    `${variable}: ${expected}, found ${JSON.stringify(value)}`,
  ]);
});

test('a password in an address is not repeated', () => {
  const [error] = configErrors(configSchema, { DATABASE_URL: 'mysql://shop:secret@db.example/shop' });
  expect(error).toBe('DATABASE_URL: expected a postgresql address, found a value that is not shown');
});
