import { check, parse } from '@clearspan/dataprime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAlias, interpret } from '../../src/index.ts';
import { COUNTS } from '../questions/counts.ts';
import { LISTS } from '../questions/lists.ts';
import { shop } from '../worlds/shop.ts';
import { alias, answerTo, input, learned } from './lessons.ts';

const QUESTIONS = [...LISTS, ...COUNTS].map(({ question }) => question);
const WORDS = QUESTIONS.flatMap((question) => question.split(' '));

describe('an alias is refused', () => {
  test.each([
    ['errors', 'expected words without a meaning of their own, found "errors"'],
    ['not', 'expected words without a meaning of their own, found "not"'],
    ['not orders', 'expected words without a meaning of their own, found "not"'],
    ['by orders', 'expected words without a meaning of their own, found "by"'],
    ['yesterday', 'expected words without a meaning of their own, found "yesterday"'],
    ['svc', 'expected words without a meaning of their own, found "svc"'],
    ['order', 'expected words without a meaning of their own, found "order"'],
    ['cart', 'expected words that the data does not have, found the value "cart"'],
    ['Payment Gateway', 'expected words that the data does not have, found the value "Payment Gateway"'],
    ['cart crew', 'expected words that the data does not have, found the value "cart"'],
    ['cart_value', 'expected words that the data does not have, found the field "cart_value"'],
    ["x' || true || '", 'expected plain words'],
    ['x | limit 0', 'expected plain words'],
    ['"quoted"', 'expected plain words'],
    ['a `template`', 'expected plain words'],
    ['/path/of', 'expected plain words'],
    ['500', 'expected plain words'],
    ['', 'expected 1 to 4 words'],
    ['one two three four five', 'expected 1 to 4 words'],
    ['x'.repeat(61), 'expected 1 to 4 words'],
  ])('for %s', (phrase, problem) => {
    const got = checkAlias({ phrase, value: 'checkout' }, shop);
    expect(got).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    // Stored by whoever, it would still not be read.
    const written = `errors ${phrase}`;
    expect(interpret(written, input(learned(alias(phrase, 'checkout'))))).toEqual(interpret(written, input()));
  });

  test.each([
    [{ phrase: 'orders svc', value: 'nowhere' }, "found 'nowhere'"],
    [{ phrase: 'orders svc', value: "checkout' || true" }, "found 'checkout' || true'"],
    [{ phrase: 'orders svc', value: 'checkout', field: '$d.region' }, "found $d.region == 'checkout'"],
    [{ phrase: 'orders svc', field: '$d.secret' }, 'found $d.secret'],
    [{ phrase: 'orders svc' }, 'found none'],
  ])('for %j, which the data does not have', (request, problem) => {
    expect(checkAlias(request, shop)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });
});

describe('an alias that was written down', () => {
  test('is of the likeliest field that has the value', () => {
    expect(checkAlias({ phrase: 'orders  svc', value: 'checkout' }, shop)).toEqual({
      ok: true,
      alias: alias('orders svc', 'checkout'),
    });
  });
  test('counts no more once its words are a value of the data', () => {
    const known = learned(alias('kiosk', 'checkout'));
    expect(answerTo('errors in kiosk', known).query).toContain("'checkout'");
    const fields = shop.logs.fields.map((field) =>
      field.path[0] === 'subsystemname' ? { ...field, values: [...field.values, { value: 'kiosk', count: 9 }] } : field,
    );
    const grown = { ...shop, logs: { ...shop.logs, fields } };
    expect(answerTo('errors in kiosk', known, { catalog: grown }).query).toContain("'kiosk'");
  });
});

const phrases = fc
  .array(fc.constantFrom('flurb', 'orders', 'svc', 'grommet', 'zork-9', ...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const targets = fc.constantFrom('checkout', 'billing', "'; drop", 'nowhere', 'x | limit 1');
const fields = fc.constantFrom('$l.subsystemname', '$d.region', "$d['a' || true]", '$d.nothing');
const aliases = fc.array(
  fc.tuple(phrases, targets, fields).map(([phrase, value, field]) => alias(phrase, value, field)),
  { minLength: 1, maxLength: 5 },
);

describe('whatever was learned', () => {
  test('every query parses and checks', () => {
    fc.assert(
      fc.property(
        aliases,
        fc.array(fc.constantFrom('flurb', 'orders', 'grommet', ...WORDS), { minLength: 1, maxLength: 10 }),
        (known, words) => {
          const got = interpret(words.join(' '), input(learned(...known)));
          if (got.kind !== 'answer') return;
          const parsed = parse(got.query);
          expect(
            [...parsed.diagnostics, ...check(parsed).diagnostics].filter(({ severity }) => severity === 'error'),
          ).toEqual([]);
        },
      ),
      { numRuns: 300, seed: 17 },
    );
  });

  test('a question without the words of an alias is read as before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), (question) => {
        const known = learned(alias('flurb', 'checkout'), alias('grommet svc', 'billing'), alias('zork crew', 'cart'));
        expect(interpret(question, input(known))).toEqual(interpret(question, input()));
      }),
      { numRuns: QUESTIONS.length, seed: 19 },
    );
  });
});
