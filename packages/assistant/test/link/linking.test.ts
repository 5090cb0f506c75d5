import { describe, expect, test } from 'vitest';
import { catalogIndex } from '../../src/catalog/catalog-index.ts';
import { valuePattern } from '../../src/catalog/value-pattern.ts';
import { classifyQuestion, linkQuestion } from '../../src/index.ts';
import { fieldText, type Role } from '../../src/ir/field-ref.ts';
import { emptyWorld, ownSystem } from '../worlds/own-system.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const link = (question: string): ReturnType<typeof linkQuestion> =>
  linkQuestion(classifyQuestion(question), shop, NOW_NANOS);

/** The best value each word is linked to in the logs. */
const values = (question: string): readonly string[] =>
  link(question).marks.flatMap(({ meaning }) => {
    const best = meaning.kind === 'value' ? meaning.links.find((entry) => entry.dataset === 'logs') : undefined;
    return best === undefined ? [] : [`${fieldText(best.field)}=${best.value}`];
  });

describe('values', () => {
  test.each([
    ['errors in checkout', ['$l.subsystemname=checkout']],
    ['errors in Payment Gateway', ['$l.subsystemname=payment-gateway']],
    ['errors in payment_gateway', ['$l.subsystemname=payment-gateway']],
    ['errors in paymentGateway', ['$l.subsystemname=payment-gateway']],
    ['errors in payments', ['$l.subsystemname=payment-gateway']],
    ['errors in notif worker', ['$l.subsystemname=notification-worker']],
    ['errors in authentication', ['$l.subsystemname=auth']],
    ['postgres errors', ['$l.subsystemname=postgresql']],
    ['errors in chekcout', ['$l.subsystemname=checkout']],
    ['average latency of search', ['$l.subsystemname=search']],
    ['search for timeouts', []],
    ['errors in eu-west-1', ['$d.region=eu-west-1']],
    ['POST requests', ['$d.method=POST']],
    ['get requests from cart', ['$l.subsystemname=cart']],
    ['logs for u-98765', ['$d.user_id=u-98765']],
    ['calls to /api/v1/cart', ['$d.path=/api/v1/cart']],
    ['a card was declined', []],
    ['filling the gap', []],
  ])('%s', (question, expected) => {
    expect(values(question)).toEqual(expected);
  });
});

describe('spelling', () => {
  test.each([
    ['errros', 'errors'],
    ['warnigns', 'warning'],
    ['chekout', 'checkout'],
    ['latncy', 'latency'],
    ['yesteday', 'yesterday'],
  ])('%s is %s', (written, read) => {
    const [typo] = link(`${written} by service`).typos;
    expect(typo).toMatchObject({ written });
    expect(read.startsWith(typo?.read ?? '-')).toBe(true);
  });

  test.each(['card', 'filling', 'prod', 'cast', 'u-1042', '504', 'path'])('%s is left alone', (word) => {
    expect(link(`errors ${word}`).typos).toEqual([]);
  });
});

describe('roles', () => {
  const role = (world: typeof shop, dataset: 'logs' | 'spans', name: Role): string | null => {
    const field = catalogIndex(world)[dataset].roles.get(name);
    return field === undefined ? null : fieldText(field);
  };

  test.each([
    ['shop', shop, 'logs', 'service', '$l.subsystemname'],
    ['shop', shop, 'logs', 'message', '$d.msg'],
    ['shop', shop, 'logs', 'duration', '$d.duration_ms'],
    ['shop', shop, 'logs', 'user', '$d.user_id'],
    ['shop', shop, 'logs', 'trace', '$d.trace_id'],
    ['shop', shop, 'spans', 'duration', '$m.duration'],
    ['shop', shop, 'spans', 'status', "$d.tags['http.status_code']"],
    ['own system', ownSystem, 'logs', 'message', '$d.logRecord.body'],
    ['own system', ownSystem, 'logs', 'status', "$d.logRecord.attributes['http.response.status_code']"],
    ['own system', ownSystem, 'logs', 'region', null],
    ['own system', ownSystem, 'spans', 'path', "$d.tags['http.route']"],
    ['own system', ownSystem, 'spans', 'db', "$d.tags['db.system.name']"],
    ['nothing', emptyWorld, 'logs', 'service', '$l.subsystemname'],
    ['nothing', emptyWorld, 'logs', 'message', '$d.logRecord.body'],
    ['nothing', emptyWorld, 'spans', 'operation', '$l.operationName'],
  ] as const)('%s: %s %s', (_name, world, dataset, name, expected) => {
    expect(role(world, dataset, name)).toBe(expected);
  });

  test('a service label that is the same everywhere gives way to a field that tells services apart', () => {
    const same = {
      ...shop,
      logs: {
        ...shop.logs,
        fields: shop.logs.fields.map((field) =>
          field.path[0] === 'subsystemname'
            ? { ...field, distinct: 1, values: [{ value: 'default', count: 1 }] }
            : field,
        ),
      },
    };
    const service = shop.logs.fields.find((field) => field.path[0] === 'subsystemname');
    const world = {
      ...same,
      logs: {
        ...same.logs,
        fields: [
          ...same.logs.fields,
          ...(service === undefined ? [] : [{ ...service, root: 'd' as const, path: ['service'] }]),
        ],
      },
    };
    expect(role(world, 'logs', 'service')).toBe('$d.service');
  });
});

test.each([
  ['u-1042', 'u-9'],
  ['4bf92f3577b34da6a3ce929d0e0e4736', 'hex32'],
  ['checkout', null],
  ['12345', null],
  ['o-77-b', 'o-9-b'],
])('the pattern of %s is %s', (value, pattern) => {
  expect(valuePattern(value)).toBe(pattern);
});
