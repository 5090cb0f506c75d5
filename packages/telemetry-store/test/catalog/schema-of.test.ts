import type { Catalog, CatalogField } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { schemaOf } from '../../src/index.ts';

const field = (path: string[], types: CatalogField['types']): CatalogField => ({
  root: 'd',
  path,
  types,
  presence: 1,
  distinct: 1,
  values: [],
  examples: [],
});

const catalog: Catalog = {
  as_of: '2026-01-01T00:00:00Z',
  logs: {
    records: 2,
    oldest: null,
    newest: null,
    fields: [
      field(
        ['a', 'b.c'],
        [
          { type: 'string', share: 0.5 },
          { type: 'number', share: 0.5 },
        ],
      ),
      field(['list'], [{ type: 'array', share: 1 }]),
    ],
  },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};

test('fields keep their paths and every type seen', () => {
  expect(schemaOf(catalog).fields('logs')).toEqual([
    { root: 'd', path: ['a', 'b.c'], types: [{ kind: 'string' }, { kind: 'number' }] },
    { root: 'd', path: ['list'], types: [{ kind: 'array', of: { kind: 'unknown' } }] },
  ]);
});

test('nothing is known of a data set without records, or of another', () => {
  expect(schemaOf(catalog).fields('spans')).toBeNull();
  expect(schemaOf(catalog).fields('system/other')).toBeNull();
});
