import { expect, it } from 'vitest';
import { check, parse } from '../../src/index.ts';

const codes = (text: string): string[] => check(parse(text)).diagnostics.map(({ code }) => code);

it.each(['max', 'min', 'sum'])(
  '%s of one value within an aggregation is one itself, not the plain function',
  (name) => {
    expect(codes(`source logs | aggregate avg(${name}($d.a)) as n`)).toEqual(['DP2015']);
    expect(codes(`source logs | aggregate avg(${name}($d.a, $d.b)) as n`)).toEqual([]);
    expect(codes(`source logs | create n from ${name}($d.a)`)).toEqual(['DP3013']);
    expect(codes(`source logs | create n from ${name}($d.a, $d.b)`)).toEqual([]);
  },
);
