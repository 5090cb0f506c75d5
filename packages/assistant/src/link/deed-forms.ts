/**
 * What a deed is called where it is a place: "charging" and "charged" are `/charge`, "pay" is `payments`. The word itself is
 * not among them.
 */
export const deedForms = (word: string): readonly string[] => {
  const stem = /^(\p{L}{3,})(?:ing|ed)$/u.exec(word)?.[1];
  const single = stem?.replace(/(?<last>[^aeiou])\k<last>$/u, '$<last>');
  const acts = stem === undefined || single === undefined ? [] : [stem, `${stem}e`, single, `${stem}ment`];
  return [...new Set([...acts, `${word}ment`])].filter((form) => form !== word);
};
