/** The first `{…}` of a text whose braces balance outside of strings; null when there is none. Reads each character once. */
export const balancedJson = (text: string): string | null => {
  const start = text.indexOf('{');
  if (start < 0) return null;
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (isString) {
      if (c === '\\') at += 1;
      else if (c === '"') isString = false;
    } else if (c === '"') isString = true;
    else if (c === '{') depth += 1;
    else if (c === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return null;
};
