const NONCE = /^[a-zA-Z0-9]{16,64}$/;

/**
 * Data between two lines that hold a random word: text within cannot know it, so it cannot end the data. Lines that look
 * like markers are taken out all the same.
 */
export const fenced = (nonce: string, lines: readonly string[]): string => {
  if (!NONCE.test(nonce)) throw new Error('expected a nonce of 16 to 64 letters and digits');
  const safe = lines
    .join('\n')
    .split('\n')
    .filter((line) => !line.includes(nonce) && !/^\s*<<</.test(line));
  return [`<<<data ${nonce}`, ...safe, `<<<end ${nonce}`].join('\n');
};
