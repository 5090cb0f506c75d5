import type { Path, RowRoot } from './checked.ts';

export const startsWithPath = (path: Path, prefix: Path): boolean =>
  prefix.length <= path.length && prefix.every((key, index) => path[index] === key);

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
