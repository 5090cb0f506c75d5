import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conformancePage } from './conformance/page.ts';
import { SECTIONS } from './conformance/sections.ts';

const PAGE = new URL('../../../docs/language/conformance.md', import.meta.url);
const here = (path: string): URL => new URL(path, import.meta.url);
const UPDATE = process.env.UPDATE_GOLDEN === '1';

const rules = SECTIONS.flatMap((section) => section.rules);
const casesOf = (cases: string): readonly string[] => cases.split(' ').filter((name) => name !== '');
const golden = readdirSync(here('golden/')).flatMap((name) => (name.endsWith('.dp') ? [name.slice(0, -3)] : []));

describe('docs/language/conformance.md', () => {
  it('is made of the rules', () => {
    if (UPDATE) writeFileSync(PAGE, conformancePage());
    expect(readFileSync(PAGE, 'utf8'), 'UPDATE_GOLDEN=1 writes it').toBe(conformancePage());
  });

  it('says of each rule where it comes from', () => {
    expect(rules.length).toBeGreaterThan(150);
    expect(rules.filter(([, origins]) => !/^(?:D|Di|S)(?: (?:D|Di|S))*$/.test(origins))).toEqual([]);
    expect(new Set(rules.map(([rule]) => rule)).size).toBe(rules.length);
  });

  it('names at least one case of each rule', () => {
    expect(rules.filter(([, , cases]) => casesOf(cases).length === 0)).toEqual([]);
  });

  it('names cases that exist', () => {
    const missing = rules
      .flatMap(([, , cases]) => casesOf(cases))
      .filter((name) => (name.endsWith('.test.ts') ? !existsSync(here(name)) : !golden.includes(name)));
    expect(missing).toEqual([]);
  });
});
