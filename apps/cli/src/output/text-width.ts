/** Wide in a terminal: two columns each. The blocks that matter, not all of Unicode. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const COMBINING = /\p{Mark}/u;

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const charWidth = (char: string): number => (COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** Columns a text takes in a terminal. */
export const textWidth = (text: string): number => {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
};

/** The text in `width` columns: cut with an ellipsis when longer, padded when shorter. */
export const fit = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
  const full = textWidth(text);
  if (full <= width) return align === 'left' ? text + ' '.repeat(width - full) : ' '.repeat(width - full) + text;
  let kept = '';
  let used = 0;
  for (const char of text) {
    const w = charWidth(char);
    if (used + w > width - 1) break;
    kept += char;
    used += w;
  }
  return `${kept}…${' '.repeat(width - 1 - used)}`;
};
