import { isTypeScript, type Rule } from './rule.ts';

const LINES_MAX = 500;

/** A file that long holds more than one idea. */
export const fileSizes: Rule = (tree) =>
  tree
    .filter(({ path }) => isTypeScript(path) || path.endsWith('.mjs') || path.endsWith('.css'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LINES_MAX)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${LINES_MAX}`);
