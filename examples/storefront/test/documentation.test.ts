import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trafficSettings } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { rulesOf } from '../src/backend/pricing/price-rules.ts';
import { SEED_TABLES } from '../src/database/tables/seed-rows.ts';
import type { FaultParam, FaultSpec } from '../src/faults/fault.ts';
import { FAULTS } from '../src/faults/fault-catalog.ts';
import { SCENARIOS } from '../src/traffic/scenarios.ts';
import { TRAFFIC_DEFAULTS } from '../src/traffic/traffic-settings.ts';
import { SHOP_VERSION } from '../src/version.ts';

const FILE = new URL('../../../docs/storefront.md', import.meta.url);
const text = readFileSync(FILE, 'utf8');

const textsBelow = (folder: string): string =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
    .join('\n');
const sources = textsBelow('../src');

/** Cells of the table that follows `<!-- name -->`, its head left out. */
const rowsAfter = (name: string): string[][] => {
  const [, rest = ''] = text.split(`<!-- ${name} -->\n`);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
};
const firstOf = (name: string): string[] => rowsAfter(name).map(([first = '']) => first);

/** What `pattern` finds in the sources, each once. */
const inSources = (pattern: RegExp): string[] => [
  ...new Set([...sources.matchAll(pattern)].map(([, name]) => name as string)),
];

const digits = (number: number): string => number.toLocaleString('en-US');

const paramRow = (name: string, param: FaultParam): string => {
  const limits =
    param.kind === 'number'
      ? `${digits(param.min)} to ${digits(param.max)} ${param.unit}`
      : param.choices.map((choice) => `\`${choice}\``).join(', ');
  const otherwise = param.kind === 'number' ? digits(param.otherwise) : `\`${param.otherwise}\``;
  return `| \`${name}\` | ${otherwise} | ${limits} | ${param.says} |`;
};

const sectionOf = ({ name, service, summary, params, question, query, shows }: FaultSpec): string => {
  const rows = Object.entries(params).map(([key, param]) => paramRow(key, param));
  const table = rows.length === 0 ? [] : ['| parameter | default | limits | |', '|---|---:|---|---|', ...rows, ''];
  const stages = query.split(' | ').map((stage, i) => (i === 0 ? stage : `| ${stage}`));
  const asked = [`Ask "${question}", or run`, '', '```', ...stages, '```', '', `Read off: ${shows}.`];
  return [`### ${name}`, '', `In \`${service}\`. ${summary}`, '', ...table, ...asked].join('\n');
};

test('docs/storefront.md has every fault', () => {
  const block = /(<!-- faults -->\n)([\s\S]*?)(<!-- end of faults -->)/;
  const expected = `\n${Object.values(FAULTS).map(sectionOf).join('\n\n')}\n\n`;
  if (process.env.UPDATE_GOLDEN === '1')
    writeFileSync(
      FILE,
      text.replace(block, (_, a, __, b) => a + expected + b),
    );
  else expect(block.exec(text)?.[2], 'UPDATE_GOLDEN=1 writes it').toBe(expected);
});

test('docs/storefront.md has every metric', () => {
  const metrics = inSources(/(?:counter|gauge|histogram)\(\s*'([a-z_]+)'/g);
  expect(metrics.length).toBeGreaterThan(0);
  expect(firstOf('metrics').toSorted()).toEqual(metrics.toSorted());
});

test('docs/storefront.md has every attribute', () => {
  const attributes = inSources(/'((?:cache|db|demo|error|pricing|product|session|user|validation)\.[a-z_.]+)'/g);
  expect(attributes.length).toBeGreaterThan(0);
  expect(attributes.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  expect(firstOf('attributes').filter((name) => !attributes.includes(name))).toEqual([]);
});

test('docs/storefront.md has sentences that the code writes', () => {
  const code = sources + textsBelow('../../../packages/service-kit/src');
  const sentences = firstOf('sentences');
  expect(sentences.length).toBeGreaterThan(0);
  const written = (sentence: string): boolean =>
    [sentence, sentence.replace(/^(?:user|product) /, `\${what} `), sentence.replace(/ (?:on|off)$/, ` \${`)].some(
      (one) => code.includes(one),
    );
  expect(sentences.filter((sentence) => !written(sentence))).toEqual([]);
});

test('docs/storefront.md has the tables and how many rows they begin with', () => {
  const counted = SEED_TABLES.map((seed) => [seed.table, digits([...seed.rows()].length)]);
  expect(rowsAfter('tables').map(([table, rows]) => [table, rows])).toEqual(counted);
});

/** Numbers of a text, without what makes one negative. */
const numbersIn = (from: string): number[] => [...from.matchAll(/\d+/g)].map(Number);

test('docs/storefront.md has the pricing rules in their order, with their numbers', () => {
  const rules = rulesOf(SHOP_VERSION).map(({ id, when, adjust }) => {
    const less = adjust.kind === 'percent' && adjust.percent < 0;
    return [id, numbersIn(JSON.stringify(when)), numbersIn(JSON.stringify(adjust)), less];
  });
  const shown = rowsAfter('pricing rules').map(([id, when = '', what = '']) => {
    return [id, numbersIn(when), numbersIn(what), what.endsWith(' less')];
  });
  expect(shown).toEqual(rules);
});

/** `mix.home` of settings. */
const valueAt = (settings: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], settings);

const changedAt = (settings: object, path: string, value: unknown): object => {
  const [key = '', ...rest] = path.split('.');
  const held = settings as Record<string, object>;
  return { ...held, [key]: rest.length === 0 ? value : changedAt(held[key] ?? {}, rest.join('.'), value) };
};

const pathsOf = (settings: object, before = ''): string[] =>
  Object.entries(settings).flatMap(([key, value]) =>
    typeof value === 'object' ? pathsOf(value as object, `${before}${key}.`) : [before + key],
  );

test('docs/storefront.md has the settings of visitors, their defaults and limits', () => {
  const rows = rowsAfter('settings');
  expect(rows.map(([path]) => path)).toEqual(pathsOf(TRAFFIC_DEFAULTS));
  for (const [path = '', otherwise = '', limits = ''] of rows) {
    expect(String(valueAt(TRAFFIC_DEFAULTS, path)), path).toBe(otherwise.replaceAll(',', ''));
    const takes = (value: unknown): boolean =>
      trafficSettings.safeParse(changedAt(TRAFFIC_DEFAULTS, path, value)).success;
    const [, above, least, most] = /^(above )?([\d,]+)(?: to ([\d,]+))?/.exec(limits) ?? [];
    if (least === undefined) continue;
    const [min, max] = [least, most].map((number) => number && Number(number.replaceAll(',', '')));
    expect([takes(Number(min)), takes(Number(min) - 1)], `${path}: ${limits}`).toEqual([above === undefined, false]);
    if (max !== undefined) expect([takes(max), takes(Number(max) + 1)], `${path}: ${limits}`).toEqual([true, false]);
    else expect(takes(1e9), `${path}: ${limits}`).toBe(true);
  }
});

test('docs/storefront.md has every scenario and its steps', () => {
  const steps = Object.values(SCENARIOS).flatMap(({ name, steps: all }) =>
    all.map(({ at_minute, does }) => [name, String(at_minute), does]),
  );
  expect(rowsAfter('scenarios')).toEqual(steps);
});
