import type { Path, RowRoot } from './checked.ts';

/** A loop, as every key of a row is held against every path that is looked up in it. */
export const startsWithPath = (path: Path, prefix: Path): boolean => {
  if (prefix.length > path.length) return false;
  for (let index = 0; index < prefix.length; index++) if (path[index] !== prefix[index]) return false;
  return true;
};

export const samePath = (a: Path, b: Path): boolean => a.length === b.length && startsWithPath(a, b);

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** A path as DataPrime writes it: `a.b['c.d'][0]`, with its root when that is not `$d`. */
export const pathText = (root: RowRoot, path: Path): string => {
  let text = root === 'd' ? '' : `$${root}`;
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (PLAIN.test(key)) text += text === '' ? key : `.${key}`;
    else text += `${text === '' ? '$d' : ''}['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
  }
  return text === '' ? '$d' : text;
};
