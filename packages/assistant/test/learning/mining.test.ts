import { describe, expect, test } from 'vitest';
import { interpret, learnFrom } from '../../src/index.ts';
import { answerTo, correct, input, learned } from './lessons.ts';

const ERRORS = 'source logs | filter $m.severity == ERROR';

describe('a correction that one run of words explains is an alias', () => {
  test.each([
    ['orders svc errors', `${ERRORS} && $l.subsystemname == 'checkout'`, 'orders svc', '$l.subsystemname', 'checkout'],
    [
      'errors in the orders svc',
      `filter $l.subsystemname == 'checkout' && $m.severity == ERROR`,
      'orders svc',
      '$l.subsystemname',
      'checkout',
    ],
    [
      'errors for payments',
      `${ERRORS} | filter ($l.subsystemname == 'billing')`,
      'payments',
      '$l.subsystemname',
      'billing',
    ],
    [
      'p95 latency of pay svc',
      "source spans | filter $l.serviceName == 'payment-gateway' | aggregate percentile(0.95, $m.duration) as p",
      'pay svc',
      '$l.serviceName',
      'payment-gateway',
    ],
    ['errors by zone', `${ERRORS} | countby $d.region`, 'zone', '$d.region', null],
    [
      'average wallet by region',
      'source logs | groupby region aggregate avg(cart_value) as worth',
      'wallet',
      '$d.cart_value',
      null,
    ],
  ])('%s', (question, corrected, phrase, field, value) => {
    const target = value === null ? { kind: 'field', field } : { kind: 'value', field, value };
    expect(correct(question, corrected)).toEqual({ learned: [{ kind: 'alias', phrase, target }], reason: null });
  });

  test('and the question is then read as it was meant, which the answer says', () => {
    const lesson = correct('orders svc errors', `${ERRORS} && $l.subsystemname == 'checkout'`);
    const known = learned(...lesson.learned);
    const { query, assumptions, confidence } = answerTo('orders svc errors', known);
    expect(query).toBe(`${ERRORS} && $l.subsystemname == 'checkout'`);
    expect(assumptions).toContain('"orders svc" is read as checkout (learned from your correction of 2026-11-20)');
    expect(confidence).toBeGreaterThan(0.9);
    expect(answerTo('slow requests in orders svc', known).query).toContain(
      "source spans | filter $l.serviceName == 'checkout'",
    );
    expect(answerTo('Orders SVC errors by region', known).query).toContain("$l.subsystemname == 'checkout'");
  });

  test('a follow-up still says by which word it is read', () => {
    const known = learned(...correct('orders svc errors', `${ERRORS} && $l.subsystemname == 'checkout'`).learned);
    const context = [{ question: 'orders svc errors', query: '' }];
    const { query, assumptions } = answerTo('by region', known, { context });
    expect(query).toContain("$l.subsystemname == 'checkout'");
    expect(assumptions.join()).toContain('"orders svc" is read as checkout');
  });
});

describe('nothing is learned', () => {
  test.each([
    ['delete all logs', ERRORS, 'only questions that can be answered teach anything'],
    ['what is the weather', ERRORS, 'only questions that can be answered teach anything'],
    ['source logs | count', ERRORS, 'only questions that can be answered teach anything'],
    ['orders svc errors', 'source logs | nonsense', 'the corrected query has errors'],
    ['orders svc errors', 'drop table feedback', 'the corrected query has errors'],
    [
      'orders svc errors',
      `${ERRORS} && $l.subsystemname == 'nowhere'`,
      "expected a value that the data has, found $l.subsystemname == 'nowhere'",
    ],
    [
      'orders svc errors',
      `${ERRORS} && $d.secret == 'checkout'`,
      "expected a value that the data has, found $d.secret == 'checkout'",
    ],
    [
      'orders svc errors',
      `${ERRORS} && $l.subsystemname == 'checkout' && $d.region == 'eu-west-1'`,
      'the correction changes more than one thing',
    ],
    [
      'flurb errors by zone',
      `${ERRORS} && $l.subsystemname == 'checkout'`,
      'several words of the question were not understood',
    ],
    ['errors', `${ERRORS} && $l.subsystemname == 'checkout'`, 'every word of the question was understood'],
  ])('%s, %s', (question, corrected, reason) => {
    expect(correct(question, corrected, 3)).toEqual({ learned: [], reason });
  });

  test('from a query that is longer than any that was meant', () => {
    const long = `${ERRORS} && $l.subsystemname == 'checkout'${' && $d.region != null'.repeat(100)}`;
    expect(correct('orders svc errors', long).reason).toBe(
      `expected a query of at most 2000 characters, found ${long.length}`,
    );
  });

  test('from a low rating alone', () => {
    const feedback = { question: 'errors', query: ERRORS, corrected: null, rating: 1 };
    expect(learnFrom(feedback, input()).reason).toBe('a low rating alone does not say what was meant');
  });
});

describe('a value that was taken out', () => {
  const corrected = "source logs | filter $m.severity == ERROR && $d.path == '/api/v1/cart'";

  test('counts less for these words', () => {
    const lesson = correct('cart errors', corrected);
    expect(lesson.learned).toEqual([{ kind: 'avoid', phrase: 'cart', field: '$l.subsystemname', value: 'cart' }]);
    const before = answerTo('cart errors').confidence;
    expect(answerTo('cart errors', learned(...lesson.learned)).confidence).toBeLessThan(before);
    expect(answerTo('billing errors', learned(...lesson.learned))).toEqual(answerTo('billing errors'));
  });

  test('is not held against it by somebody who liked the answer', () => {
    expect(correct('cart errors', corrected, 3).learned.map(({ kind }) => kind)).not.toContain('avoid');
  });
});

describe('an accepted answer', () => {
  const question = 'requests in cart with status 500';
  const spans = `source spans | filter $d.tags['http.status_code']:number == 500 && $l.serviceName == 'cart'`;

  test('is remembered without its names and numbers', () => {
    const { query } = answerTo(question);
    const lesson = learnFrom({ question, query, corrected: null, rating: 5 }, input());
    expect(lesson.learned).toMatchObject([{ kind: 'memory', form: expect.stringContaining('〈service〉'), query }]);
    expect(JSON.stringify(lesson.learned[0])).toContain('〈number〉');
  });

  test('brings the reading of its form forward for a question like it, which the answer says', () => {
    const other = answerTo('requests in billing with status 404');
    expect(other.query).toContain('source logs');
    const accepted = interpret(question, input());
    const alternative =
      accepted.kind === 'answer'
        ? accepted.alternatives.find(({ query }) => query.includes('source spans'))
        : undefined;
    const { query } = alternative ?? { query: spans };
    const lesson = learnFrom({ question, query, corrected: null, rating: 5 }, input());
    const got = answerTo('requests in billing with status 404', learned(...lesson.learned));
    expect(got.query).toContain('source spans');
    expect(got.query).toContain("'billing'");
    expect(got.assumptions).toContain(`read like "${question}" (accepted by you on 2026-11-20)`);
    expect(answerTo('errors by region', learned(...lesson.learned))).toEqual(answerTo('errors by region'));
  });

  test('of another form than every reading changes nothing', () => {
    const lesson = learnFrom(
      { question, query: 'source logs | distinct $d.host', corrected: null, rating: 5 },
      input(),
    );
    expect(lesson.learned).toHaveLength(1);
    expect(answerTo(question, learned(...lesson.learned))).toEqual(answerTo(question));
  });
});
