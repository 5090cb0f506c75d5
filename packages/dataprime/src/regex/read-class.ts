import { readEscape } from './read-escape.ts';
import { charAt, fault, type RegexReader, take, takeMatch } from './regex-reader.ts';

/** A member of a class that stands for many characters, and so for no end of a range. */
const isSet = (item: string): boolean => /^\\[dDsSwWpP]|^\[:|^0-9a/.test(item);

/** The number of the one character that an item stands for; null for another. */
const codeOf = (item: string): number | null => {
  const numbered = /^\\x\{?([0-9A-Fa-f]+)\}?$/.exec(item)?.[1];
  if (numbered !== undefined) return Number.parseInt(numbered, 16);
  const escaped = /^\\([^A-Za-z0-9])$/u.exec(item)?.[1] ?? item;
  return escaped.startsWith('\\') ? null : (escaped.codePointAt(0) ?? null);
};

const readItem = (r: RegexReader): string => {
  const named = takeMatch(
    r,
    /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/y,
  );
  if (named !== null) return named[0];
  if (charAt(r) === '\\') return readEscape(r, true);
  const char = take(r);
  return char === '[' ? '\\[' : char;
};

/** `[…]`. A bracket right at its beginning is a member of it. */
export const readClass = (r: RegexReader): string => {
  const start = r.at;
  r.at += 1;
  let text = takeMatch(r, /\^/y) === null ? '[' : '[^';
  if (charAt(r) === ']') text += `\\${take(r)}`;
  for (;;) {
    if (r.at >= r.pattern.length) return fault('a class without its end `]`', start);
    if (charAt(r) === ']') break;
    if (takeMatch(r, /&&/y) !== null) return fault('`&&`, an intersection of classes', r.at - 2);
    const from = r.at;
    const item = readItem(r);
    if (takeMatch(r, /-(?!\])/y) === null) {
      text += item;
      continue;
    }
    const end = r.at >= r.pattern.length ? '' : readItem(r);
    if (isSet(item) || isSet(end)) {
      // Before or after what stands for many characters `-` is itself.
      text += `${item}\\-${end}`;
      continue;
    }
    const [first, last] = [codeOf(item), codeOf(end)];
    if (first !== null && last !== null && first > last)
      return fault('a range of characters the wrong way round', from);
    text += `${item}-${end}`;
  }
  r.at += 1;
  return text === '[' || text === '[^' ? fault('an empty class', start) : `${text}]`;
};
