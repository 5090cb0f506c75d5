import type { Rule } from './rule.ts';

/** A golden result without its query tests nothing. */
export const goldenFiles: Rule = (tree) => {
  const cases = new Set(tree.filter(({ path }) => path.endsWith('.dp')).map(({ path }) => path.slice(0, -3)));
  return tree
    .filter(({ path }) => /\/golden\/[^/]+\.(?:sql|rows|plan|diagnostics)$/.test(path))
    .filter(({ path }) => !cases.has(path.replace(/\.[a-z]+$/, '')))
    .map(({ path }) => `${path}: no .dp file beside it`);
};
