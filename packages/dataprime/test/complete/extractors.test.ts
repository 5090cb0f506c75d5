import { check, parse } from '@clearspan/dataprime';
import { expect, it } from 'vitest';
import { EXTRACTORS } from '../../src/reference/extractors.ts';

it.each(EXTRACTORS)('$name takes the arguments it is offered with', ({ name, parameters }) => {
  const args = parameters.join(', ').replace('/…/', '/(?<a>x)/');
  expect(check(parse(`source logs | extract path into x using ${name}(${args})`)).diagnostics).toEqual([]);
});
