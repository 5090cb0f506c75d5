/** Runs of three characters, blanks around the text included. */
export const trigramsOf = (text: string): ReadonlySet<string> => {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
};

/** How alike two texts are, 0 to 1: twice the runs they share by all of them (Dice). */
export const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0;
  for (const run of a) if (b.has(run)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
};
