import { describe, expect, it } from 'vitest';
import { check, parse, type SeenField, schemaFromFields } from '../../src/index.ts';

const LOGS: readonly SeenField[] = [
  { root: 'd', path: ['status'], types: [{ type: 'number' }] },
  { root: 'd', path: ['user', 'id'], types: [{ type: 'string' }, { type: 'number' }] },
  { root: 'd', path: ['level'], types: [{ type: 'enum' }] },
  { root: 'd', path: ['tags'], types: [{ type: 'array' }] },
  { root: 'd', path: ['took'], types: [{ type: 'interval' }] },
];

const codes = (text: string, logs: readonly SeenField[] | null): readonly string[] =>
  check(parse(text), { schema: schemaFromFields({ logs, spans: null }) }).diagnostics.map(({ code }) => code);

describe('a schema from the fields of a catalog', () => {
  it('gives a field the one type it was seen with', () => {
    expect(codes("source logs | filter status == 'x'", LOGS)).toEqual(['DP2003']);
    expect(codes("source logs | filter level == 'Error'", LOGS)).toEqual(['DP3003']);
    expect(codes('source logs | filter took > 5m && arrayLength(tags) > 1', LOGS)).toEqual([]);
  });
  it('leaves the type open where several were seen', () => {
    expect(codes("source logs | filter user.id == 'x' || user.id == 1", LOGS)).toEqual([]);
  });
  it('warns of fields no record has', () => {
    expect(codes('source logs | filter absent == 1', LOGS)).toEqual(['DP3001']);
    expect(codes('source logs | filter absent == 1', [])).toEqual(['DP3001']);
  });
  it('says nothing where nothing is known', () => {
    expect(codes('source logs | filter absent == 1', null)).toEqual([]);
    expect(schemaFromFields({ logs: [], spans: null }).fields('spans')).toBeNull();
    expect(schemaFromFields({ logs: [], spans: null }).fields('metrics')).toBeNull();
  });
  it('notes the unit of numbers, or the shape that most texts have', () => {
    const texts = { root: 'd', types: [{ type: 'string' }] } as const;
    const logs: readonly SeenField[] = [
      { root: 'd', path: ['took'], types: [{ type: 'number' }], unit: 'ms' },
      { root: 'd', path: ['hits'], types: [{ type: 'number' }], unit: '1' },
      { ...texts, path: ['order'], patterns: [{ pattern: 'order-<*>', share: 0.9 }] },
      { ...texts, path: ['mixed'], patterns: [{ pattern: 'uuid', share: 0.4 }] },
      { ...texts, path: ['method'], patterns: [{ pattern: 'enum', share: 1 }] },
    ];
    const fields = schemaFromFields({ logs, spans: null }).fields('logs') ?? [];
    expect(fields.map(({ note }) => note)).toEqual(['in ms', 'as a fraction', 'like order-<*>', undefined, undefined]);
  });
});
