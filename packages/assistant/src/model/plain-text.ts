/** Characters that are not seen, or that change how others are seen: nothing that is meant is written with them. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|[\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** Text from outside as one line of visible characters, `charsMax` UTF-16 units at most. */
export const plainText = (text: string, charsMax: number): string => {
  const seen = text.replace(/[\t\n\r]+/g, ' ').replace(UNSEEN, '');
  if (seen.length <= charsMax) return seen;
  // A pair of surrogates is one character, and is not cut in two.
  return `${seen.slice(0, charsMax - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** Text from outside as a JSON string: what is within cannot end it, nor look like a marker of the data. */
export const quotedText = (text: string, charsMax: number): string =>
  JSON.stringify(plainText(text, charsMax)).replaceAll('<<', String.raw`\u003c\u003c`);
