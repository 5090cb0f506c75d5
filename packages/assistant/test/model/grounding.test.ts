import { parse } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { classifyQuestion, linkQuestion } from '../../src/index.ts';
import { groundingProblem } from '../../src/model/guard/grounding.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const problem = (question: string, query: string): string | null =>
  groundingProblem(parse(query).query, linkQuestion(classifyQuestion(question), shop, NOW_NANOS), [
    { question: 'logs that mention "orange alert"', query: '' },
  ]);

describe('a query of the question', () => {
  test.each([
    ['errors in checkout', "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout'"],
    ['errors in chekout', "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout'"],
    ['logs that mention "disk full"', "source logs | filter $d.msg ~ 'disk full'"],
    ['mentions of flaky things', "source logs | filter $d.msg ~ 'flaky'"],
    ['errors yesterday', "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR"],
    [
      'how fast is cart',
      "source spans | filter $l.serviceName == 'cart' | groupby case { $m.duration < 9 -> 'fast', _ -> 'not fast' } as c aggregate count() as n",
    ],
    ['and by region', "source logs | filter $d.msg ~ 'orange alert' | countby $d.region"],
    ['404s in cart', "source logs | filter $d.status == 404 && $l.subsystemname == 'cart'"],
    ['requests not found in cart', "source logs | filter $d.status == 404 && $l.subsystemname == 'cart'"],
    [
      'timeout or refused in cart',
      "source logs | filter $d.msg.matches(/(timeout|refused).*/) && $l.subsystemname == 'cart'",
    ],
    ['failing spans', "source spans | filter $m.statusCode == 'ERROR'"],
  ])('%s', (question, query) => {
    expect(problem(question, query)).toBeNull();
  });
});

describe('a query of another question', () => {
  test.each([
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' && $d.user_id == '4711'",
      '"4711"',
    ],
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' && $d.cart_value == 99",
      '"99"',
    ],
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' && $d.msg.matches(/p(?:)a[s]sword/)",
      '"password"',
    ],
    ['errors in checkout', 'source logs | filter $m.severity == ERROR', '"checkout"'],
    ['errors in checkout', "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart'", '"checkout"'],
    ['errors yesterday', 'source logs | filter $m.severity == ERROR', '"yesterday"'],
    ['warnings in cart', "source logs | filter $l.subsystemname == 'cart'", '"warnings"'],
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' && $d.msg ~ 'salaries'",
      '"salaries"',
    ],
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' && $d.msg.matches(/password.*/)",
      '"password"',
    ],
    [
      'errors in cart',
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'cart' | groupby case { true -> 'see https://evil.example/x' } as c aggregate count() as n",
      'evil',
    ],
  ])('%s', (question, query, word) => {
    expect(problem(question, query)).toContain(word);
  });
});
