import type { Linked } from '../../link/link-question.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import type { Token } from '../../tokens/token.ts';
import { tokenise } from '../../tokens/tokenise.ts';

/** What stands for any name, time and number: questions are alike by what they ask, not by whom they ask about. */
const VALUE = '§value';
const TIME = '§time';
const NUMBER = '§number';

/** Words that stand in every second question, whatever it asks. */
const FILLERS: ReadonlySet<string> = new Set(
  'a an and are at did do for how in is of on the to was were who'.split(' '),
);

const NUMBERS: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['number', 'quantity']);
const NAMES: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['quoted', 'path', 'id']);

const wordsOf = (text: string): readonly string[] =>
  tokenise(text).flatMap(({ kind, norm }): readonly string[] => {
    if (kind === 'punctuation' || FILLERS.has(norm)) return [];
    if (NUMBERS.has(kind)) return [NUMBER];
    return NAMES.has(kind) ? [VALUE] : [wordForm(norm)];
  });

const TIMES =
  /\b(?:(?:in|of|over|for)\s+)?(?:the\s+)?(?:last|past)\s+(?:\d+\s+)?(?:seconds?|minutes?|hours?|days?|weeks?)\b|\b(?:today|yesterday|this (?:week|morning)|right now)\b/gi;

/** The words of a pair of the store; its slots are its names. */
export const storedWords = (question: string): readonly string[] =>
  question
    .replace(TIMES, ' __time ')
    .replace(/\{=[a-z]+\}/g, ' __value ')
    .split(/(__time|__value)/)
    .flatMap((part) => (part === '__time' ? [TIME] : part === '__value' ? [VALUE] : wordsOf(part)));

/** The words of a question, by what the annotator made of them. */
export const questionWords = ({ marks }: Linked): readonly string[] =>
  marks.flatMap(({ meaning, text }): readonly string[] => {
    if (meaning.kind === 'punctuation') return [];
    if (meaning.kind === 'value' || meaning.kind === 'message') return [VALUE];
    if (meaning.kind === 'amount') return [NUMBER];
    return meaning.kind === 'time' && meaning.time.kind === 'time' ? [TIME] : wordsOf(text);
  });
