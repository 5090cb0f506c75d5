import { type Fn, FUNCTIONS, SET_FUNCTIONS } from './functions.ts';
import { getAt, type Key, type Root, type Row } from './rows.ts';
import type { Tape } from './tape.ts';
import {
  as,
  cast,
  compare,
  equal,
  interval,
  isTree,
  parseInterval,
  parseTimestamp,
  type Type,
  timestamp,
  toJson,
  toText,
  type Value,
} from './values.ts';
import { holdsPhrase } from './words.ts';

/** A query's expression and what it means. `open`: only the data knows its type, so its use decides. */
export interface Expr {
  readonly text: string;
  readonly type: Type;
  readonly open: boolean;
  readonly run: (row: Row) => Value;
}

/** A key a query can read. */
export interface Column {
  readonly root: Root;
  readonly path: readonly Key[];
  readonly type: Type;
}
export type Scope = readonly Column[];

export const TYPES: readonly Type[] = [
  'string',
  'number',
  'bool',
  'timestamp',
  'interval',
  'severity',
  'strings',
  'numbers',
];
const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export const pathText = ({ root, path }: Pick<Column, 'root' | 'path'>, short: boolean): string => {
  const [first] = path;
  const bare = short && root === 'd' && typeof first === 'string' && PLAIN.test(first);
  return path.reduce<string>(
    (text, key, index) => {
      if (typeof key === 'number') return `${text}[${key}]`;
      if (!PLAIN.test(key)) return `${text}[${stringText(key)}]`;
      return bare && index === 0 ? key : `${text}.${key}`;
    },
    bare ? '' : `$${root}`,
  );
};

const stringText = (value: string): string =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;

/** What an expression means where a type is asked for. */
export const used = (expr: Expr, type: Type): ((row: Row) => Value) =>
  expr.open ? (row) => as(expr.run(row), type) : expr.run;

export const read = (tape: Tape, column: Column): Expr => ({
  text: pathText(column, tape.once(2)),
  type: column.type,
  open: column.type === 'any',
  run: (row) => {
    const value = getAt(row[column.root], column.path);
    return column.type === 'any' || column.type === 'object' ? toJson(value) : value;
  },
});

const definite = (text: string, type: Type, value: Value): Expr => ({ text, type, open: false, run: () => value });

const literal = (tape: Tape, type: Type): Expr => {
  switch (type) {
    case 'string': {
      const value = tape.pick(['a', '', 'tool_call', "it's \\ \n", 'é😀', '200', 'true', '10.1.2.3', 'a-b']);
      return definite(stringText(value), type, value);
    }
    case 'number': {
      const value = tape.pick([1, 0, 2, -3, 0.5, 200, -2.25, 1e6]);
      return definite(value < 0 ? `(${value})` : String(value), type, value);
    }
    case 'bool': {
      const value = tape.pick([true, false]);
      return definite(String(value), type, value);
    }
    case 'timestamp': {
      const text = tape.pick(['2024-05-01T00:30:00', '2024-02-29', '1969-12-31T23:59:59.5Z']);
      return definite(`@'${text}'`, type, parseTimestamp(text));
    }
    case 'interval': {
      const text = tape.pick(['1h30m', '0s', '-5s', '90ms', '2d']);
      return definite(`(${text})`, type, parseInterval(text));
    }
    case 'severity': {
      const code = tape.below(6);
      const name = ['DEBUG', 'VERBOSE', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'][code] ?? 'DEBUG';
      return definite(name, type, { is: 'severity', code: code + 1 });
    }
    case 'strings': {
      const [text, value] = tape.pick<readonly [string, Value]>([
        ["['a', 'b', 'a']", ['a', 'b', 'a']],
        ["['c', null]", ['c', null]],
        ["['tool_call']", ['tool_call']],
      ]);
      return definite(text, type, value);
    }
    case 'numbers': {
      const [text, value] = tape.pick<readonly [string, Value]>([
        ['[1, 2, 2]', [1, 2, 2]],
        ['[0.5, null, 3]', [0.5, null, 3]],
      ]);
      return definite(text, type, value);
    }
    case 'object':
    case 'any':
      return literal(tape, tape.pick(TYPES));
  }
};

/** A value of the type read from the row; a literal where the row has none. */
const leaf = (tape: Tape, scope: Scope, type: Type): Expr => {
  if (tape.once(24)) return { text: 'null', type: 'any', open: true, run: () => null };
  const columns = scope.filter((column) => column.type === type || (column.type === 'any' && type !== 'severity'));
  return columns.length === 0 || tape.once(4) ? literal(tape, type) : read(tape, tape.pick(columns));
};

const concrete = (type: Type | 'T' | 'Ts', element: 'string' | 'number'): Type =>
  type === 'T' ? element : type === 'Ts' ? (element === 'string' ? 'strings' : 'numbers') : type;

const callOf = (tape: Tape, scope: Scope, fn: Fn, element: 'string' | 'number', depth: number): Expr => {
  const parameters = fn.parameters;
  const args = parameters.map((parameter): Expr => {
    if (typeof parameter !== 'string') {
      const text = tape.pick(parameter);
      return definite(text, 'any', text);
    }
    return expression(tape, scope, concrete(parameter, element), depth - 1);
  });
  // At least one argument of a shared type must have one by itself, or the checker has nothing to go by.
  const shared = parameters.flatMap((parameter, index) => (parameter === 'T' || parameter === 'Ts' ? [index] : []));
  const [first] = shared;
  if (first !== undefined && shared.every((index) => args[index]?.open !== false))
    args[first] = literal(tape, concrete(parameters[first] as 'T' | 'Ts', element));
  const runs = args.map((arg, index) => {
    const parameter = parameters[index] ?? 'any';
    return typeof parameter === 'string' ? used(arg, concrete(parameter, element)) : arg.run;
  });
  const texts = args.map(({ text }) => text);
  const [receiver, ...others] = texts;
  const method = tape.once(3) && typeof parameters[0] === 'string';
  const call = method ? `(${receiver}).${fn.name}(${others.join(', ')})` : `${fn.name}(${texts.join(', ')})`;
  return {
    text: SET_FUNCTIONS.has(fn.name) ? `${call}.arraySort()` : call + (fn.after ?? ''),
    type: concrete(fn.returns, element),
    open: false,
    run: (row) => {
      const values = runs.map((run) => run(row));
      if (!fn.nulls && values.some((value) => value === null)) return null;
      return (fn.run as (...args: Value[]) => Value)(...values);
    },
  };
};

const call = (tape: Tape, scope: Scope, type: Type, depth: number): Expr => {
  const element =
    type === 'string' || type === 'strings'
      ? 'string'
      : type === 'number' || type === 'numbers'
        ? 'number'
        : tape.pick(['string', 'number'] as const);
  const fitting = FUNCTIONS.filter((fn) => concrete(fn.returns, element) === type);
  return fitting.length === 0 ? literal(tape, type) : callOf(tape, scope, tape.pick(fitting), element, depth);
};

type Ns = { readonly ns: bigint };
const number = (value: number): Value => (Number.isFinite(value) ? value : null);
/** To the nearest nanosecond, halves to the even one. */
const scaled = (value: number): Value => {
  const up = Math.round(value);
  const nearest = Math.abs(value % 1) === 0.5 && up % 2 !== 0 ? up - 1 : up;
  return Math.abs(value) < 2 ** 63 ? interval(BigInt(nearest)) : null;
};
const ARITHMETIC: readonly (readonly [Type, string, Type, Type, (a: never, b: never) => Value])[] = [
  ['number', '+', 'number', 'number', (a: number, b: number) => a + b],
  ['number', '-', 'number', 'number', (a: number, b: number) => a - b],
  ['number', '*', 'number', 'number', (a: number, b: number) => number(a * b)],
  ['number', '/', 'number', 'number', (a: number, b: number) => (b === 0 ? null : a / b)],
  ['number', '%', 'number', 'number', (a: number, b: number) => (b === 0 ? null : a % b)],
  ['timestamp', '+', 'interval', 'timestamp', (a: Ns, b: Ns) => timestamp(a.ns + b.ns)],
  ['interval', '+', 'timestamp', 'timestamp', (a: Ns, b: Ns) => timestamp(a.ns + b.ns)],
  ['timestamp', '-', 'interval', 'timestamp', (a: Ns, b: Ns) => timestamp(a.ns - b.ns)],
  ['timestamp', '-', 'timestamp', 'interval', (a: Ns, b: Ns) => interval(a.ns - b.ns)],
  ['interval', '+', 'interval', 'interval', (a: Ns, b: Ns) => interval(a.ns + b.ns)],
  ['interval', '-', 'interval', 'interval', (a: Ns, b: Ns) => interval(a.ns - b.ns)],
  ['interval', '*', 'number', 'interval', (a: Ns, x: number) => scaled(Number(a.ns) * x)],
  ['number', '*', 'interval', 'interval', (x: number, a: Ns) => scaled(Number(a.ns) * x)],
  ['interval', '/', 'number', 'interval', (a: Ns, x: number) => (x === 0 ? null : scaled(Number(a.ns) / x))],
  ['interval', '/', 'interval', 'number', (a: Ns, b: Ns) => (b.ns === 0n ? null : Number(a.ns) / Number(b.ns))],
];

const arithmetic = (tape: Tape, scope: Scope, type: Type, depth: number): Expr => {
  const fitting = ARITHMETIC.filter(([, , , result]) => result === type);
  const row = fitting.length === 0 ? undefined : tape.pick(fitting);
  if (row === undefined) return leaf(tape, scope, type);
  const [leftType, op, rightType, result, run] = row;
  // Times and intervals tell their own types; a key of the data would be taken for a number or another time.
  const own = leftType !== 'number' || rightType !== 'number';
  const side = (of: Type): Expr => {
    const expr = expression(tape, scope, of, depth - 1);
    return own && expr.open ? castOf(expr, of) : expr;
  };
  const [left, right] = [side(leftType), side(rightType)];
  const [a, b] = [used(left, leftType), used(right, rightType)];
  return {
    text: `(${left.text} ${op} ${right.text})`,
    type: result,
    open: false,
    run: (r) => {
      const [x, y] = [a(r), b(r)];
      return x === null || y === null ? null : (run as (a: Value, b: Value) => Value)(x, y);
    },
  };
};

/** `a + b * c` without parentheses: the tighter operator first, equals from the left. */
const chain = (tape: Tape, scope: Scope, depth: number): Expr => {
  const parts = [0, 1, 2].map(() => expression(tape, scope, 'number', depth - 1));
  const [a, b, c] = parts.map((part) => used(part, 'number'));
  const ops = [tape.pick(['+', '-', '*']), tape.pick(['+', '-', '*'])] as const;
  const apply = (op: string, x: Value, y: Value): Value => {
    if (typeof x !== 'number' || typeof y !== 'number') return null;
    return op === '+' ? x + y : op === '-' ? x - y : number(x * y);
  };
  return {
    text: `(${parts[0]?.text} ${ops[0]} ${parts[1]?.text} ${ops[1]} ${parts[2]?.text})`,
    type: 'number',
    open: false,
    run: (row) => {
      const [x, y, z] = [a?.(row) ?? null, b?.(row) ?? null, c?.(row) ?? null];
      return ops[1] === '*' && ops[0] !== '*'
        ? apply(ops[0], x, apply('*', y, z))
        : apply(ops[1], apply(ops[0], x, y), z);
    },
  };
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const comparison = (tape: Tape, scope: Scope, depth: number): Expr => {
  const type = tape.pick<Type>(['string', 'number', 'bool', 'timestamp', 'interval', 'severity']);
  const left = expression(tape, scope, type, depth - 1);
  const other = expression(tape, scope, type, depth - 1);
  const right = left.open && other.open ? literal(tape, type) : other;
  const op = tape.pick(type === 'bool' ? ['==', '!='] : ['==', '!=', '<', '<=', '>', '>=']);
  const [a, b] = [used(left, type), used(right, type)];
  return {
    text: `(${left.text} ${op} ${right.text})`,
    type: 'bool',
    open: false,
    // With the literal null an equality asks for presence (§2.4).
    run: (row) => {
      const [x, y] = [a(row), b(row)];
      if (left.text === 'null') return op === '==' ? y === null : op === '!=' ? y !== null : null;
      if (right.text === 'null') return op === '==' ? x === null : op === '!=' ? x !== null : null;
      if (x === null || y === null) return null;
      if (op === '==' || op === '!=') return equal(x, y) === (op === '==');
      return COMPARISONS[op]?.(compare(x, y)) ?? null;
    },
  };
};

const PHRASES = [
  'a',
  'tool call',
  'PAYMENT failed',
  'card_declined',
  '7',
  'call',
  'ñandú',
  'true',
  'x',
  '2',
  'cart?id',
];

const predicate = (tape: Tape, scope: Scope, depth: number): Expr => {
  const base = { type: 'bool', open: false } as const;
  switch (tape.below(5)) {
    case 0:
      return comparison(tape, scope, depth);
    case 1: {
      const column = read(tape, tape.pick(scope));
      const present = tape.once(2);
      const run = (row: Row): Value => {
        const value = column.run(row);
        return isTree(value) ? null : (value !== null) === present;
      };
      return { ...base, text: `(${column.text} ${present ? '!=' : '=='} null)`, run };
    }
    case 2: {
      const column = read(tape, tape.pick(scope));
      const phrase = tape.pick(PHRASES);
      const run = (row: Row): Value => {
        const value = column.run(row);
        return value === null ? null : holdsPhrase(value, phrase);
      };
      return { ...base, text: `(${column.text} ~ ${stringText(phrase)})`, run };
    }
    case 3: {
      const operand = expression(tape, scope, 'bool', depth - 1);
      const run = used(operand, 'bool');
      return { ...base, text: `!(${operand.text})`, run: (row) => run(row) !== true };
    }
    default: {
      const [left, right] = [expression(tape, scope, 'bool', depth - 1), expression(tape, scope, 'bool', depth - 1)];
      const [a, b] = [used(left, 'bool'), used(right, 'bool')];
      const or = tape.once(2);
      return {
        ...base,
        text: `(${left.text} ${or ? '||' : '&&'} ${right.text})`,
        run: (row) => (or ? a(row) === true || b(row) === true : a(row) === true && b(row) === true),
      };
    }
  }
};

const CASTS: readonly Type[] = ['string', 'number', 'bool', 'timestamp', 'interval'];
const castOf = (expr: Expr, type: Type): Expr => ({
  text: CASTS.includes(type) ? `(${expr.text}):${type}` : expr.text,
  type,
  open: false,
  run: (row) => cast(expr.run(row), type),
});

const castFrom = (tape: Tape, scope: Scope, type: Type, depth: number): Expr => {
  if (!CASTS.includes(type)) return call(tape, scope, type, depth);
  return castOf(
    expression(
      tape,
      scope,
      tape.pick<Type>([
        'any',
        'any',
        'string',
        'number',
        'bool',
        'interval',
        'timestamp',
        'severity',
        'strings',
        'numbers',
      ]),
      depth - 1,
    ),
    type,
  );
};

const template = (tape: Tape, scope: Scope, depth: number): Expr => {
  const [a, b] = [expression(tape, scope, 'any', depth - 1), expression(tape, scope, 'any', depth - 1)];
  return {
    text: `\`<{${a.text}}> \\{{${b.text}}\\}\``,
    type: 'string',
    open: false,
    run: (row) => `<${toText(a.run(row)) ?? ''}> {${toText(b.run(row)) ?? ''}}`,
  };
};

const FORMS = ['case', 'case_contains', 'case_equals', 'case_greaterthan', 'case_lessthan'] as const;

/** The five case forms: the first arm that is true, else the default. */
const choice = (tape: Tape, scope: Scope, type: Type, depth: number): Expr => {
  const form = tape.pick(FORMS);
  const subjectType: Type =
    form === 'case_contains' ? 'string' : form === 'case_equals' ? tape.pick(['string', 'number']) : 'number';
  const subject = form === 'case' ? null : expression(tape, scope, subjectType, depth - 1);
  const test = (): Expr => (form === 'case' ? predicate(tape, scope, depth - 1) : literal(tape, subjectType));
  const arms = [test(), test()].map((when) => ({ when, result: expression(tape, scope, type, depth - 1) }));
  // Without a default some arm must tell the type, or the checker has nothing to go by.
  const told = arms.some(({ result }) => !result.open);
  const otherwise = told && tape.once(4) ? null : literal(tape, type);
  const subjectRun = subject === null ? (): Value => null : used(subject, subjectType);
  const holds = (row: Row, when: Expr): boolean => {
    const tested = when.run(row);
    if (form === 'case') return tested === true;
    const value = subjectRun(row);
    if (value === null || tested === null) return false;
    if (form === 'case_contains') return (toText(value) ?? '').includes(toText(tested) ?? '');
    if (form === 'case_equals') return equal(value, tested) === true;
    return form === 'case_greaterthan' ? compare(value, tested) > 0 : compare(value, tested) < 0;
  };
  const head = subject === null ? '' : `${subject.text}, `;
  return {
    text: `${form} { ${head}${arms.map(({ when, result }) => `${when.text} -> ${result.text}`).join(', ')}${otherwise === null ? '' : `, _ -> ${otherwise.text}`} }`,
    type,
    open: false,
    run: (row) => {
      const arm = arms.find(({ when }) => holds(row, when));
      return arm === undefined ? (otherwise?.run(row) ?? null) : used(arm.result, type)(row);
    },
  };
};

/** Any expression of the type, over the keys of the scope. */
export const expression = (tape: Tape, scope: Scope, type: Type, depth: number): Expr => {
  if (type === 'any')
    return tape.once(2) ? expression(tape, scope, tape.pick(TYPES), depth) : read(tape, tape.pick(scope));
  if (depth <= 0) return leaf(tape, scope, type);
  switch (tape.below(6)) {
    case 0:
      return leaf(tape, scope, type);
    case 1:
      return castFrom(tape, scope, type, depth);
    case 2:
      if (type === 'bool') return predicate(tape, scope, depth);
      if (type === 'number' && tape.once(3)) return chain(tape, scope, depth);
      return arithmetic(tape, scope, type, depth);
    case 3:
      if (type === 'bool') return predicate(tape, scope, depth);
      return type === 'string' && tape.once(2) ? template(tape, scope, depth) : choice(tape, scope, type, depth);
    default:
      return call(tape, scope, type, depth);
  }
};
