import { describe, expect, it } from 'vitest';
import { check, parse } from '../../src/index.ts';

const told = (text: string): readonly string[] =>
  check(parse(text)).diagnostics.map(({ code, message }) => `${code} ${message}`);

describe('DPXL is a condition of a part of the language', () => {
  it.each([
    "<v1> $d.path == '/pay'",
    '<v1> false',
    "<v1> $m.severity == ERROR && !($l.applicationname == 'shop' || $l.subsystemname.startsWith('check'))",
    "<v1> $d.status:number >= 500 && $d.code:string.in('a', 'b')",
    "<v1> $m.timestamp > @('2024-05-01') && $d.msg:string.matches(/.*x.*/)",
    "<v1> $d.a:string == $d.b:string && $d.msg:string.contains('x') && $d.msg:string.endsWith('y')",
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('what is outside that part is named', () => {
  it.each([
    [
      "<v1> $d.msg ~ 'a'",
      'DP2017 expected one of `&&`, `||`, `==`, `!=`, `<`, `<=`, `>`, `>=` in a DPXL expression, found `~`',
    ],
    [
      '<v1> $d.a:number + 1 > 2',
      'DP2017 expected one of `&&`, `||`, `==`, `!=`, `<`, `<=`, `>`, `>=` in a DPXL expression, found `+`',
    ],
    [
      "<v1> $d.a.in('x')",
      'DP2017 expected a cast such as `:string` in a DPXL expression, found a key of `$d` of unknown type',
    ],
    [
      '<v1> $d.a == $d.b',
      'DP2017 expected a side of known type in a DPXL expression, found two keys of `$d` without a cast',
    ],
    [
      '<v1> true | limit 1',
      'DP2017 expected nothing after the condition of `<v1>` in a DPXL expression, found a command',
    ],
    [
      '<v1> length($l.applicationname) > 2',
      'DP2017 expected one of the functions `startsWith`, `endsWith`, `contains`, `matches`, `in` in a DPXL expression, found `length`',
    ],
    ['<v2> true', 'DP1003 expected `<v1>`, found `<v2>`'],
  ])('%s', (text, message) => {
    expect(told(text)).toContain(message);
  });

  it('is a condition, not any value', () => {
    expect(told("<v1> 'a'")).toEqual(['DP2003 expected bool, found string']);
  });
});
