import type { Catalog, CatalogField } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { knowledgeOf } from '../../src/language-server/knowledge-of.ts';

type SeenType = CatalogField['types'][number]['type'];

const field = (path: string, type: SeenType, values: readonly string[]): CatalogField => ({
  root: 'd',
  path: path.split('.'),
  types: [{ type, share: 1 }],
  presence: 0.5,
  distinct: values.length,
  values: values.map((value) => ({ value, count: 1 })),
  examples: [],
});

const CATALOG: Catalog = {
  as_of: '2026-01-05T09:00:00Z',
  logs: {
    records: 10,
    oldest: null,
    newest: null,
    fields: [
      field('status', 'number', ['500', '404', 'none']),
      field('user.name', 'string', ['ann']),
      field('ok', 'bool', ['true', 'false', 'TRUE']),
      field('at', 'timestamp', ['2026-01-05T09:00:00Z']),
    ],
  },
  spans: { records: 4, oldest: null, newest: null, fields: [field('status', 'string', ['OK'])] },
};

test('values are literals of the type they are mostly seen with', () => {
  const { values } = knowledgeOf(CATALOG, []);
  expect(values?.('d', ['status'])).toEqual([500, 404]);
  expect(values?.('d', ['user', 'name'])).toEqual(['ann']);
  expect(values?.('d', ['ok'])).toEqual([true, false]);
  expect(values?.('d', ['at'])).toEqual([]);
  expect(values?.('d', ['user.name'])).toBeNull();
});

test('how many values a field has among the records that have it', () => {
  const { cardinality } = knowledgeOf(CATALOG, []);
  expect(cardinality?.('d', ['status'])).toEqual({ distinct: 3, rows: 5 });
  expect(cardinality?.('d', ['nothing'])).toBeNull();
});

test('the fields are what the checker may know', () => {
  expect(knowledgeOf(CATALOG, []).schema?.fields('spans')).toMatchObject([{ root: 'd', path: ['status'] }]);
});
