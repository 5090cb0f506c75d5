import { expect, test } from 'vitest';
import { readId } from '../../src/backend/read-id.ts';

test.each([
  ['1', 1],
  ['9007199254740991', 9_007_199_254_740_991],
])('%s is an id', (text, id) => {
  expect(readId('user', text)).toEqual({ ok: true, id });
});

test.each(['', '0', '01', '-1', '1.0', '1e3', ' 1', '1\n', '٣', '9007199254740992'])('%j is none', (text) => {
  const message = `user id: expected a whole number from 1 to 9007199254740991, found ${JSON.stringify(text)}`;
  expect(readId('user', text)).toEqual({ ok: false, message });
});

test('what is long is not repeated whole', () => {
  expect(readId('product', 'x'.repeat(500))).toMatchObject({ message: expect.stringMatching(/found "x{40}…"$/) });
});
