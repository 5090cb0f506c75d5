import { describe, expect, it } from 'vitest';
import { type Compiled, decodeRow, type Type } from '../../src/index.ts';

type Shape = Pick<Compiled, 'columns' | 'assembly'>;
const one = (type: Type, ...path: readonly string[]): Shape => ({
  columns: [{ root: 'd', path: path.length === 0 ? ['x'] : path, type }],
  assembly: [{ kind: 'set', column: 0, omitNull: false }],
});
const decoded = (kind: Exclude<Type['kind'], 'array'>, cell: unknown) => decodeRow(one({ kind }), [cell]).d.x;

describe('a cell', () => {
  it.each<[Exclude<Type['kind'], 'array'>, unknown, unknown]>([
    ['number', 1.5, 1.5],
    ['number', '9007199254740993', 9007199254740992],
    ['bool', 1, true],
    ['bool', false, false],
    ['string', '', ''],
    ['timestamp', '1714521600000000001', '2024-05-01T00:00:00.000000001Z'],
    ['timestamp', '-1', '1969-12-31T23:59:59.999999999Z'],
    ['interval', '5400000000000', '1h30m'],
    ['interval', '-1000000', '-1ms'],
    ['severity', 5, 'Error'],
    ['unknown', '{"a":[1,"x",null]}', { a: [1, 'x', null] }],
    ['unknown', '"text"', 'text'],
    ['object', null, null],
    ['number', null, null],
  ])('of type %s: %o', (kind, cell, value) => expect(decoded(kind, cell)).toEqual(value));

  it('gives timestamps as nanoseconds when asked', () => {
    expect(decodeRow(one({ kind: 'timestamp' }), ['1714521600000000001'], { timestamps: 'nanos' }).d.x).toBe(
      1714521600000000001n,
    );
  });
});

describe('a row', () => {
  const stored = { root: 'd', path: [], type: { kind: 'object' } } as const;
  it('applies changes of a stored record in order', () => {
    const shape: Shape = {
      columns: [stored, { root: 'd', path: ['a', 'b'], type: { kind: 'number' } }],
      assembly: [
        { kind: 'merge', column: 0 },
        { kind: 'remove', root: 'd', path: ['a'] },
        { kind: 'set', column: 1, omitNull: false },
        { kind: 'remove', root: 'd', path: ['not', 'there'] },
      ],
    };
    expect(decodeRow(shape, ['{"a":{"c":1},"k":2}', 5]).d).toEqual({ k: 2, a: { b: 5 } });
    expect(decodeRow(shape, ['{"a":"scalar"}', 5]).d).toEqual({ a: { b: 5 } });
  });
  it('treats keys of objects as data, whatever they are called', () => {
    const row = decodeRow({ columns: [stored], assembly: [{ kind: 'merge', column: 0 }] }, [
      '{"__proto__":{"polluted":true},"constructor":1}',
    ]);
    expect(Object.keys(row.d)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(decodeRow(one({ kind: 'number' }, '__proto__', 'x'), [1]).d).toEqual(JSON.parse('{"__proto__":{"x":1}}'));
  });
});
