import type { Linked } from '../link/link-question.ts';

const ASKS =
  /^(?:(?:so|and|ok|sorry)[\s,]+)*what(?:'s|’s| is| are) (?:an?|meant by(?: an?)?) [\w ./-]+[\s?.!]*$|^(?:so |and )?what does [\w./-]+ (?:mean|stand for)[\s?.!]*$|^(?:define|explain) (?:an? )?[\w./-]+[\s?.!]*$/i;

/** "what is a ledger-writer": asks what a word means, which no record tells; null where a figure or a time is asked for. */
export const asksMeaning = ({ routed, marks }: Linked): string | null => {
  if (!ASKS.test(routed.question)) return null;
  const said = marks.filter(
    ({ meaning, text }) =>
      meaning.kind !== 'punctuation' &&
      !(meaning.kind === 'concept' && /^(?:which|filler)$/.test(meaning.concept.kind)) &&
      !/^(?:what|is|are|mean|means|define|explain|stand|for|does|by)$/i.test(text),
  );
  const [only, ...more] = said;
  return only !== undefined && more.length === 0 && /^(?:value|field|message|unknown)$/.test(only.meaning.kind)
    ? only.text
    : null;
};
