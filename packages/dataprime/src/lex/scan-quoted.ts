/** Where a quoted thing ends, and whether its closing mark was found. */
export interface Quoted {
  readonly end: number;
  readonly closed: boolean;
}

const BACKSLASH = 92;
const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** A string from its opening quote. Without a closing quote on the same line it ends with the line. */
export const scanString = (text: string, start: number): Quoted => {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return { end: at + 1, closed: true };
    if (isLineBreak(code)) return { end: at, closed: false };
    if (code === BACKSLASH && !isLineBreak(text.charCodeAt(at + 1))) at++;
  }
  return { end: text.length, closed: false };
};

/** A regular expression from its opening slash. A slash inside `[…]` does not end it, as in JavaScript. */
export const scanRegex = (text: string, start: number): Quoted => {
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (isLineBreak(text.charCodeAt(at))) return { end: at, closed: false };
    if (char === '\\' && !isLineBreak(text.charCodeAt(at + 1))) at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return { end: at + 1, closed: true };
  }
  return { end: text.length, closed: false };
};

/** A stretch of an interpolated string from its `` ` `` or `}` up to and including the next `` ` `` or `{`. */
export const scanTemplate = (text: string, start: number): Quoted => {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '`' || char === '{') return { end: at + 1, closed: true };
    if (char === '\\') at++;
  }
  return { end: text.length, closed: false };
};
