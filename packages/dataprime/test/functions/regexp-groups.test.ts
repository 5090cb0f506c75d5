import { expect, it } from 'vitest';
import { regexpGroups } from '../../src/functions/regexp-groups.ts';

it.each<[string, readonly (string | null)[]]>([
  ['abc', []],
  ['(a)(?<b>c)', [null, 'b']],
  ['(?P<b>c)(?:d)(e)', ['b', null]],
  ['\\((a)\\)', [null]],
  ['[(](?<x>[^)(]+)[)]', ['x']],
  ['[]()](a)', [null]],
  ['[^]()](a)', [null]],
  ['((?<in>a)|(b))', [null, 'in', null]],
  ['(?i)(a)', [null]],
])('names the groups of %s', (pattern, names) => {
  expect(regexpGroups(pattern)).toEqual(names);
});
