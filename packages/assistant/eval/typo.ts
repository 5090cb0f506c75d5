import { type Dice, dice } from './worlds/seeded.ts';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** The letters to the left and right of one on a keyboard. */
const neighboursOf = (letter: string): readonly string[] => {
  const row = ROWS.find((letters) => letters.includes(letter.toLowerCase())) ?? '';
  const at = row.indexOf(letter.toLowerCase());
  return [row[at - 1], row[at + 1]].filter((one) => one !== undefined);
};

type Slip = (word: string, at: number, random: Dice) => string;

const neighbour: Slip = (word, at, random) => {
  const letters = neighboursOf(word.charAt(at));
  return letters.length === 0 ? word : word.slice(0, at) + random.pick(letters) + word.slice(at + 1);
};
const transposition: Slip = (word, at) =>
  word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
const drop = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
const double: Slip = (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at);

const SLIPS: readonly Slip[] = [neighbour, transposition, drop, double];

/** Plain words that are long enough for a reader to see what was meant. Names of code are copied, not typed. */
const TYPED = /^[A-Za-z][a-z]{3,}$/;

const seedOf = (text: string): number => {
  let seed = 7;
  for (let at = 0; at < text.length; at++) seed = (Math.imul(seed, 31) + text.charCodeAt(at)) | 0;
  return seed;
};

const slip = (word: string, random: Dice): string => {
  const typed = random.pick(SLIPS)(word, random.between(1, word.length), random);
  // Two letters that are alike, exchanged, are no slip.
  return typed === word ? drop(word, word.length - 1) : typed;
};

/**
 * A question with one slip of the finger, the same one whenever it is asked; null where it has no word to slip in. Quoted text
 * stays as it is.
 */
export const withTypo = (question: string): string | null => {
  const pieces = question.split(/("[^"]*"|'[^']*'(?!\w)|[?,.!:;]?(?:\s+|$))/);
  const places = pieces.flatMap((piece, place) => (TYPED.test(piece) ? [place] : []));
  if (places.length === 0) return null;
  const random = dice(seedOf(question));
  const chosen = random.pick(places);
  return pieces.map((piece, place) => (place === chosen ? slip(piece, random) : piece)).join('');
};
