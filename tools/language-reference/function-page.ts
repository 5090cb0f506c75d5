import {
  type FunctionDef,
  functionNote,
  type JsonValue,
  nullText,
  type Parameter,
  patternText,
  signatureText,
} from '@clearspan/dataprime';
import type { ExampleEngine } from './example-engine.ts';
import { FAMILIES, functionFile } from './families.ts';
import { block, code, list, page, type Section, table } from './markdown.ts';
import { queryExample } from './query-example.ts';
import { shapeOf, WARNINGS } from './values.ts';

const needed = ({ optional, variadic }: Parameter): string =>
  variadic ? 'any number' : optional ? 'may be left out' : 'yes';

const takes = ({ type, literal }: Parameter): string => `${code(patternText(type))}${literal ? ', written out' : ''}`;

const parameterTable = (fn: FunctionDef): readonly string[] => {
  if (fn.parameters.length === 0) return [];
  const { parameters } = functionNote(fn);
  const rows = fn.parameters.map((p) => [code(p.name), takes(p), needed(p), parameters[p.name] ?? '']);
  const letters = fn.parameters.some(({ type }) => ['T', 'U', 'array<T>'].includes(patternText(type)));
  const generic = letters ? ['A letter stands for one type in all places where it is written.'] : [];
  return [table(['name', 'type', 'needed', 'what it is'], rows), ...generic];
};

/** `f(a, b)` and, where it takes a value, `a.f(b)`. */
const forms = (fn: FunctionDef): string => {
  const [first, ...rest] = fn.parameters;
  const asMethod =
    first === undefined || first.optional || first.literal
      ? []
      : [`${first.name}.${fn.name}(${rest.map(({ name }) => name).join(', ')})`];
  return block('', [signatureText(fn), ...asMethod].join('\n'));
};

const valueTable = (fn: FunctionDef, values: ReadonlyMap<string, JsonValue>, engine: ExampleEngine): string => {
  const { examples = [], volatile = [] } = functionNote(fn);
  const exact = [...new Set([fn.example.text, ...examples])].map((text) => {
    const value = values.get(text);
    if (value === undefined) throw new Error(`${fn.name}: no value of ${text}`);
    return [code(text), code(JSON.stringify(value))];
  });
  const changing = volatile.map((text) => {
    const [row] = engine.run(`source logs | limit 1 | choose ${text} as r`, WARNINGS);
    return [code(text), `${shapeOf(row?.d.r ?? null)}, another one each time`];
  });
  return table(['expression', 'value'], [...exact, ...changing]);
};

const examples = (
  fn: FunctionDef,
  values: ReadonlyMap<string, JsonValue>,
  engine: ExampleEngine,
): readonly string[] => {
  const overRows =
    fn.family === 'aggregation' ? ["Over three rows with `n` = 1, 2, 3, `k` = 'a', 'b', 'b' and `one` = 1:"] : [];
  const queries = functionNote(fn).queries ?? [];
  const onRecords =
    queries.length === 0 ? [] : ['On the [records of the examples](../../README.md#the-records-of-the-examples):'];
  return [
    ...overRows,
    valueTable(fn, values, engine),
    ...onRecords,
    ...queries.map((query) => queryExample(engine, query)),
  ];
};

/** A function by its name: of the same family where two have one. */
const linkTo = (from: FunctionDef, name: string, all: readonly FunctionDef[]): string => {
  const named = all.filter((fn) => fn.name === name);
  const target = named.find(({ family }) => family === from.family) ?? named[0];
  if (target === undefined) throw new Error(`${from.name}: see also ${name}, which there is not`);
  return `[${name}](${target.family === from.family ? `${name}.md` : `../${functionFile(target)}`})`;
};

/** `values` holds the value of every expression that the page shows. */
export const functionPage = (
  fn: FunctionDef,
  all: readonly FunctionDef[],
  values: ReadonlyMap<string, JsonValue>,
  engine: ExampleEngine,
): string => {
  const { notes = [], see = [] } = functionNote(fn);
  const old = fn.deprecated === null ? [] : [`Old spelling of ${linkTo(fn, fn.deprecated, all)} (\`DP3002\`).`];
  const missing = fn.lower === null ? ['Not supported yet (`DP4001`).'] : [];
  const nulls = fn.parameters.length === 0 ? (functionNote(fn).nulls ?? []) : nullText(fn);
  const sections: readonly Section[] = [
    { title: 'Parameters', parts: parameterTable(fn) },
    { title: 'What to know', parts: [list([...notes, nulls].flat())] },
    { title: 'Examples', parts: examples(fn, values, engine) },
    {
      title: 'See also',
      parts: [
        [
          ...see.map((name) => linkTo(fn, name, all)),
          `[all functions](../README.md#${FAMILIES[fn.family].anchor})`,
        ].join(' · '),
      ],
    },
  ];
  return page(fn.name, [fn.doc, ...old, ...missing, forms(fn)], sections);
};
