import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, parse } from '../src/index.ts';

const PAGE = readFileSync(new URL('../../../docs/language/conformance.md', import.meta.url), 'utf8');
const here = (path: string): URL => new URL(path, import.meta.url);

interface Rule {
  readonly rule: string;
  readonly origin: string;
  readonly held: string;
}

/** Bars that separate cells; those inside code are written `\|`. */
const rules: readonly Rule[] = PAGE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| rule '))
  .map((line) => {
    const [, rule = '', origin = '', held = ''] = line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
    return { rule, origin, held };
  });
const casesOf = ({ held }: Rule): readonly string[] => [...held.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const later = rules.filter(({ held }) => held.startsWith('not yet: '));
const held = rules.filter((rule) => !later.includes(rule));

describe('docs/language/conformance.md', () => {
  it('says of each rule where it comes from', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(({ origin }) => !/^(?:D|Di|S)(?:, (?:D|Di|S))*$/.test(origin))).toEqual([]);
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length);
  });

  it('names at least one case of each rule that holds', () => {
    expect(held.filter((rule) => casesOf(rule).length === 0).map(({ rule }) => rule)).toEqual([]);
  });

  it('names cases that exist', () => {
    const golden = new Set(readdirSync(here('golden/')).filter((name) => name.endsWith('.rows')));
    const missing = held
      .flatMap(casesOf)
      .filter((name) => (name.endsWith('.test.ts') ? !existsSync(here(name)) : !golden.has(`${name}.rows`)));
    expect(missing).toEqual([]);
  });

  it.each(later.map((rule) => [rule.rule, rule] as const))('says so while this is not run: %s', (_, rule) => {
    const [query = ''] = casesOf(rule);
    const codes = check(parse(query)).diagnostics.map(({ code }) => code);
    expect(codes, 'once it runs, the page names its cases').toContain('DP4001');
  });
});
