import { expect, test } from 'vitest';
import { ddl, rowStructure, TABLES } from '../../src/index.ts';

test('every table has a time to live, or none has', () => {
  const creates = (days: number | null): string[] =>
    ddl({ retentionDays: days }).filter((statement) => statement.startsWith('CREATE TABLE'));
  expect(creates(7)).toHaveLength(Object.keys(TABLES).length);
  for (const statement of creates(7)) expect(statement).toContain('+ INTERVAL 7 DAY');
  for (const statement of creates(null)) expect(statement).not.toContain('TTL');
});

test.each([0, -1, 1.5, Number.NaN])('%d days are refused', (days) => {
  expect(() => ddl({ retentionDays: days })).toThrow(/^expected a whole number of days above 0, found/);
});

test('the wire structure lists names and types in the order of the columns', () => {
  expect(rowStructure(TABLES.metric_points)).toMatchInlineSnapshot(
    `"\`metric\` LowCardinality(String), \`series\` UInt64, \`ts\` DateTime64(3, 'UTC'), \`start\` DateTime64(3, 'UTC'), \`v\` Float64, \`flags\` UInt8"`,
  );
});
