import {
  call,
  col,
  iff,
  infix,
  int,
  lambda,
  num,
  plain,
  SQL_NULL,
  str,
  unsignedZero,
  wholeNumber,
} from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { NUMBER, STRING } from '../types/type.ts';
import { define, optional, param, variadic } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

const number = define('number');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
/** Infinities and NaN are null: a number that cannot be computed. */
const finite = (sql: SqlExpr): SqlExpr => iff(call('isFinite', sql), sql, SQL_NULL);
const one =
  (name: string) =>
  (c: LowerCall): SqlExpr =>
    finite(call(name, arg(c, 0)));
const VALUE = [param('number', NUMBER)];
const DIGITS = str('0123456789abcdefghijklmnopqrstuvwxyz');

/** The double below 0.5: half itself would carry 0.49999999999999994 over the edge, and this one still carries 0.5. */
const almostHalf = 0.5 - 2 ** -54;

/** Half away from zero; ClickHouse rounds floats half to even. */
const round = (c: LowerCall): SqlExpr => {
  const [x, digits] = [arg(c, 0), c.args[1]];
  const half = (size: SqlExpr): SqlExpr =>
    unsignedZero(infix('*', call('sign', x), call('floor', infix('+', size, num(almostHalf)))));
  if (digits === undefined) return iff(infix('<', call('abs', x), num(2 ** 52)), half(call('abs', x)), x);
  const scale = call('pow', num(10), call('trunc', digits));
  const scaled = infix('*', call('abs', x), scale);
  // A comparison with a null scale would choose the number as it is.
  return iff(infix('>=', scaled, num(2 ** 52)), x, infix('/', half(scaled), scale));
};

/** The whole number next to a quotient of logarithms where that is the exponent: the quotient misses it by an ulp. */
const exactly = (quotient: SqlExpr, base: SqlExpr, x: SqlExpr): SqlExpr =>
  iff(infix('=', call('pow', base, call('round', quotient)), x), call('round', quotient), quotient);

const log = (c: LowerCall): SqlExpr => {
  const [base, x] = [arg(c, 0), arg(c, 1)];
  return finite(
    call(
      'multiIf',
      infix('=', base, num(10)),
      call('log10', x),
      infix('=', base, num(2)),
      call('log2', x),
      exactly(infix('/', call('log', x), call('log', base)), base, x),
    ),
  );
};

const folding =
  (name: string) =>
  (c: LowerCall): SqlExpr =>
    c.args.slice(1).reduce((left, right) => call(name, left, right), arg(c, 0));

const hasBase = (radix: SqlExpr): SqlExpr => infix('AND', infix('>=', radix, num(2)), infix('<', radix, num(37)));

const fromBase = (c: LowerCall): SqlExpr => {
  const digits = call('ngrams', call('lower', arg(c, 0)), plain(1));
  const digit = infix('-', call('toFloat64', call('position', DIGITS, col('x'))), num(1));
  const valid = call(
    'arrayAll',
    lambda(['x'], infix('AND', infix('>=', digit, num(0)), infix('<', digit, arg(c, 1)))),
    digits,
  );
  const total = call(
    'arrayFold',
    lambda(['acc', 'x'], infix('+', infix('*', col('acc'), arg(c, 1)), digit)),
    digits,
    num(0),
  );
  const sound = infix('AND', hasBase(arg(c, 1)), infix('AND', infix('>', call('length', digits), plain(0)), valid));
  return iff(sound, total, SQL_NULL);
};

/** Digits are split off the low end: powers of the base are not exact in a double. */
const toBase = (c: LowerCall): SqlExpr => {
  const [x, base] = [arg(c, 0), arg(c, 1)];
  const radix = call('toUInt64', call('greatest', wholeNumber(base), int(2n)));
  const [rest, written] = [1, 2].map((at) => call('tupleElement', col('acc'), plain(at))) as [SqlExpr, SqlExpr];
  const digit = call('substring', DIGITS, infix('+', infix('%', rest, radix), plain(1)), plain(1));
  const step = call(
    'tuple',
    call('toUInt64', call('intDiv', rest, radix)),
    iff(infix('=', rest, plain(0)), written, call('concat', digit, written)),
  );
  const start = call('tuple', call('accurateCastOrDefault', call('trunc', call('abs', x)), str('UInt64')), str(''));
  const folded = call('arrayFold', lambda(['acc', 'i'], step), call('range', plain(64)), start);
  const digits = call('tupleElement', folded, plain(2));
  const signed = iff(infix('<=', x, num(-1)), call('concat', str('-'), digits), digits);
  const fits = infix('<', call('abs', x), num(2 ** 63));
  return iff(infix('AND', hasBase(base), fits), iff(infix('=', digits, str('')), str('0'), signed), SQL_NULL);
};

const random = (c: LowerCall): SqlExpr =>
  infix(
    '/',
    call('toFloat64', call('bitShiftRight', call('rand64', plain(c.seed())), plain(11))),
    num(9007199254740992),
  );

/** Functions of §6.4. */
export const NUMBER_FUNCTIONS: readonly FunctionDef[] = [
  number('abs', VALUE, NUMBER, 'Without its sign.', ['abs(-9000)', 9000], one('abs')),
  number('ceil', VALUE, NUMBER, 'The next whole number up.', ['ceil(1.2)', 2], (c) =>
    finite(unsignedZero(call('ceil', arg(c, 0)))),
  ),
  number('floor', VALUE, NUMBER, 'The next whole number down.', ['floor(1.8)', 1], one('floor')),
  number('sqrt', VALUE, NUMBER, 'Square root; null for negative numbers.', ['sqrt(16)', 4], one('sqrt')),
  number('ln', VALUE, NUMBER, 'Natural logarithm; null where it is not defined.', ['ln(1)', 0], one('log')),
  number('log2', VALUE, NUMBER, 'Logarithm to base 2; null where it is not defined.', ['log2(8)', 3], one('log2')),
  number(
    'log',
    [param('base', NUMBER), param('number', NUMBER)],
    NUMBER,
    'Logarithm; the base comes first.',
    ['log(10, 1000)', 3],
    log,
  ),
  number(
    'round',
    [param('number', NUMBER), optional(param('digits', NUMBER))],
    NUMBER,
    'Rounded to a number of digits, halves away from zero.',
    ['round(1.256, 2)', 1.26],
    round,
  ),
  number(
    'mod',
    [param('number', NUMBER), param('divisor', NUMBER)],
    NUMBER,
    'Remainder of a division; its sign is the dividend’s.',
    ['mod(-7, 3)', -1],
    (c) => finite(unsignedZero(infix('%', arg(c, 0), call('nullIf', arg(c, 1), num(0))))),
  ),
  number(
    'power',
    [param('number', NUMBER), param('exponent', NUMBER)],
    NUMBER,
    'Raised to a power.',
    ['power(2, 5)', 32],
    (c) => finite(call('pow', arg(c, 0), arg(c, 1))),
  ),
  number(
    'max',
    [param('value', NUMBER), variadic(param('values', NUMBER))],
    NUMBER,
    'The largest argument; null when one is null.',
    ['max(1, 4)', 4],
    folding('greatest'),
    { nulls: 'strict' },
  ),
  number(
    'min',
    [param('value', NUMBER), variadic(param('values', NUMBER))],
    NUMBER,
    'The smallest argument; null when one is null.',
    ['min(1, 4)', 1],
    folding('least'),
    { nulls: 'strict' },
  ),
  number(
    'sum',
    [param('value', NUMBER), variadic(param('values', NUMBER))],
    NUMBER,
    'The sum of the arguments; null when one is null.',
    ['sum(1, 4)', 5],
    folding('plus'),
  ),
  number('e', [], NUMBER, 'Euler’s number.', ['e().floor()', 2], () => num(Math.E)),
  number('pi', [], NUMBER, 'The ratio of a circle’s circumference to its diameter.', ['pi().floor()', 3], () =>
    num(Math.PI),
  ),
  number('random', [], NUMBER, 'A random number from 0 up to, not including, 1.', ['random() < 1', true], random),
  number(
    'randomInt',
    [param('upperBound', NUMBER)],
    NUMBER,
    'A random whole number from 0 up to, not including, the bound; null when no number is below it.',
    ['randomInt(1)', 0],
    (c) => iff(infix('>', arg(c, 0), num(0)), call('floor', infix('*', random(c), arg(c, 0))), SQL_NULL),
  ),
  number(
    'fromBase',
    [param('string', STRING), param('radix', NUMBER)],
    NUMBER,
    'The number a text of digits writes in a base of 2 to 36; null when a digit does not fit.',
    ["fromBase('ff', 16)", 255],
    fromBase,
    { nulls: 'strict' },
  ),
  number(
    'toBase',
    [param('number', NUMBER), param('radix', NUMBER)],
    STRING,
    'A whole number in a base of 2 to 36, in lower case.',
    ['toBase(255, 16)', 'ff'],
    toBase,
    { nulls: 'strict' },
  ),
];
