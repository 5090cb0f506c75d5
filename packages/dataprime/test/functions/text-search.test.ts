import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { phraseRegex, phraseTokens } from '../../src/functions/text-search.ts';

/** The same rule said in another way: the phrase's tokens stand among the text's tokens, one after the other. */
const contains = (text: string, phrase: string): boolean => {
  const [all, wanted] = [text, phrase].map((part) => phraseTokens(part).map((token) => token.toLowerCase()));
  if (all === undefined || wanted === undefined || wanted.length === 0) return false;
  return all.some((_, start) => wanted.every((token, index) => all[start + index] === token));
};

/** RE2 syntax as JavaScript has it. */
const inJavaScript = (regex: string): RegExp =>
  new RegExp(regex.replace('(?i)', '').replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('[\\s=', '[\\s='), 'i');

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'b',
      'ab',
      'tool',
      ' ',
      '_',
      '.',
      '-',
      '"',
      '[',
      ']',
      '(',
      '\n',
      '+',
      '$',
      '\\',
      '/',
      'é',
      '9',
    ),
  )
  .map((parts) => parts.join(''));

it('finds a phrase exactly where its tokens stand in order', () => {
  fc.assert(
    fc.property(text, text, (target, phrase) => {
      const regex = phraseRegex(phrase);
      expect(regex !== null && inJavaScript(regex).test(target), JSON.stringify([target, phrase])).toBe(
        contains(target, phrase),
      );
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['tool_call', 'tool_', true],
  ['online', 'onl', false],
  ['Payment failed: card_declined', 'FAILED card', true],
  ['failed the card', 'failed card', false],
  ['a+b', 'a', false],
  ['anything', '...', false],
])('%s ~ %s is %s', (target, phrase, found) => expect(contains(target, phrase)).toBe(found));
