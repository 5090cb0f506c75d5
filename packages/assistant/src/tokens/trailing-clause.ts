import { lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ text }) => text.toLowerCase())
    .join(' ')
    .replace(/[\s?.!]+$/, '');

const withoutEnd = (tokens: readonly Token[]): readonly Token[] => {
  let end = tokens.length;
  while (end > 0 && /^[?.!,]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return tokens.slice(0, end);
};

/** Words at the place of those that they stand for, for a question is read in its order. */
const inPlaceOf = (dropped: readonly Token[], moved: readonly Token[]): readonly Token[] => {
  const start = dropped[0]?.start ?? 0;
  const end = dropped.at(-1)?.end ?? start;
  return moved.map((token, at) => ({
    ...token,
    start: start + at,
    end: at === moved.length - 1 ? Math.max(end, start + at + 1) : start + at + 1,
  }));
};

/** Said of a figure that is ranked or bounded before, which the answer shows. */
const FIGURE_AGAIN =
  /^and (?:what|how (?:high|low|large|big|great|long|bad|slow|fast|severe)) (?:is|was|are|were) (?:it|that|this|they|those|(?:the|that|this|their|its) [a-z]+(?: [a-z]+)?)(?: (?:for|in|of|at|on) each(?: (?:of (?:them|those|these)|one))?| each| exactly| there| then| respectively)*$/;
const NUMBER_AGAIN =
  /^and (?:how (?:many|often)|by how much)(?: (?:is|was|are|were|did|do|does|has|had|have) (?:it|that|there|they|those|these)(?: have| get| see| log)?| times)*(?: (?:in|for|of) each(?: of them)?| each| exactly)*$/;
const RANKED =
  /\b(?:most|least|fewest|highest|lowest|worst|biggest|largest|slowest|fastest|longest|top|more than|less than|over|above|below|under|at least|exceed\w*)\b/;

const THING_AGAIN =
  /^and (?:(?:for|in|of|at|on|by|from|with) )?(?:which|what|whose) [a-z]+(?: [a-z]+)? (?:(?:it|that|this) (?:was|is)|(?:was|is) (?:it|that|this))(?: (?:for|in|of|at|on|by|from))?$/;
const ASKS_WHICH = /\b(?:which|what|who|per|each|by)\b/;

/** "the longest wait today, and for which course it was": the record that is ranked tells that too. */
const saysThing = (head: string, tail: string): boolean => THING_AGAIN.test(tail) && !ASKS_WHICH.test(head);

/** "which region had the highest share, and what was that share?": it is shown beside the region anyway. */
const withoutAgain = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findLastIndex(({ norm }) => norm === 'and');
  if (at < 2) return tokens;
  const tail = textOf(tokens.slice(at));
  const said = FIGURE_AGAIN.test(tail) || NUMBER_AGAIN.test(tail);
  const head = textOf(tokens.slice(0, at));
  return (said || saysThing(head, tail)) && RANKED.test(head) ? withoutEnd(tokens.slice(0, at)) : tokens;
};

const IF_SO =
  /^(?:and |or )?if (?:so|yes|any|that is the case|there (?:are|were|is|was)(?: any| some)?|they did|it did|it is|it was)$/;
const WHETHER =
  /^(?:did|do|does|has|have|had|was|were|is|are)(?: (?:there|we|you))?(?: (?:have|had|see|seen|get|been))?(?: (?:any|anybody|anyone|somebody|someone))?(?: of (?:the|our))?(?= )/;
const ASKED = /^(?:(?:on|in|at|for|by|from|to|with) )?(?:which|what|who|whom|how many|how often|when|where)\b/;

/** "Did anyone get a 503? Who?": the same in a sentence of its own. */
const ASKED_ALONE =
  /^(?:and )?(?:who|(?:for |by |to |from )?whom|which ones?|(?:(?:on|in|at|for|by|from) )?which [a-z]+(?: [a-z]+)?)$/;

const ifSoAt = (tokens: readonly Token[]): { readonly from: number; readonly to: number } | null => {
  const alone = tokens.findIndex(({ text }, place) => place > 1 && text === '?' && place < tokens.length - 1) + 1;
  if (alone > 0 && ASKED_ALONE.test(textOf(tokens.slice(alone))))
    return { from: alone, to: lower(tokens, alone) === 'and' ? alone + 1 : alone };
  const at = tokens.findIndex(({ norm }, place) => place > 2 && norm === 'if');
  if (at < 0) return null;
  const from = /^(?:and|or)$/.test(lower(tokens, at - 1)) ? at - 1 : at;
  for (const length of [2, 3, 4, 5])
    if (
      IF_SO.test(textOf(tokens.slice(at, at + length))) &&
      ASKED.test(textOf(tokens.slice(skipComma(tokens, at + length))))
    )
      return { from, to: skipComma(tokens, at + length) };
  return null;
};

const skipComma = (tokens: readonly Token[], at: number): number => (tokens[at]?.text === ',' ? at + 1 : at);

/** "did anybody wait longer than 5 s, and if so, who?": what is asked is who did. */
const askedIfSo = (tokens: readonly Token[]): readonly Token[] => {
  const found = ifSoAt(tokens);
  if (found === null) return tokens;
  const head = withoutEnd(tokens.slice(0, found.from));
  const tail = withoutEnd(tokens.slice(found.to));
  const whether = WHETHER.exec(`${textOf(head)} `);
  if (whether === null) return tokens;
  const dropped = head.slice(0, whether[0].split(' ').length);
  // Whether there are any is answered by those that there are.
  const rest = head.slice(dropped.length).filter(({ norm }) => norm !== 'any');
  const [first] = tail;
  // "which ones": those that there are.
  const ones = /^(?:which|what)(?: (?:ones?|are|were|was|is|they|those|these|of them))*$/.test(textOf(tail));
  const who = /^(?:(?:for|by|to|from|with) )?(?:who|whom)\b/.test(textOf(tail));
  if (first === undefined || rest.length === 0) return tokens;
  const leads = ones ? [word('list', first)] : who ? [word('who', first)] : tail;
  return [...inPlaceOf(dropped, leads), ...rest];
};

const WHERE_NAMED =
  /^(?:(?:on|in|at|for|by|to|from) )?(?:which|what) [a-z]+(?: [a-z]+)?(?: (?:i mean|that is|exactly|precisely|to be precise))?$/;

/** "where do most errors happen, in which service I mean?": where is in which service. */
const whereNamed = (tokens: readonly Token[]): readonly Token[] => {
  const comma = tokens.findLastIndex(({ text }) => /^[,:–—-]$/.test(text));
  if (comma < 2 || !/^where(?:'s)?$/.test(lower(tokens, 0)) || !WHERE_NAMED.test(textOf(tokens.slice(comma + 1))))
    return tokens;
  const named = withoutEnd(tokens.slice(comma + 1)).filter(
    (token, at, all) =>
      !/^(?:exactly|precisely)$/.test(token.norm) &&
      !(lower(all, at) === 'i' && lower(all, at + 1) === 'mean') &&
      !(lower(all, at) === 'mean' && lower(all, at - 1) === 'i'),
  );
  return [...inPlaceOf(tokens.slice(0, 1), named), ...tokens.slice(1, comma)];
};

/** "…, and with what error?": what is asked is which, of those that did. */
const WITH_WHAT = /^and (?:with|for|by|at|in|from) (?:what|which) [a-z]+$/;

/** "did refunds fail today, and with what error?": the same as if so, with which. */
const askedWithWhat = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findLastIndex(({ norm }) => norm === 'and');
  const dropped = tokens.slice(0, 1);
  if (at < 3 || !/^(?:did|do|does|have|has)$/.test(lower(tokens, 0)) || !WITH_WHAT.test(textOf(tokens.slice(at))))
    return tokens;
  const [, , ...asked] = withoutEnd(tokens.slice(at));
  return [...inPlaceOf(dropped, asked), ...withoutEnd(tokens.slice(1, at))];
};

const WHOSE_ROW = /^and (?:who|what|which|whose) (?:is|was|were|are) (?:the|its|their) [a-z]+$/;

/** "the longest call and who was the agent": the one record that is shown tells it. */
const withoutItsField = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findLastIndex(({ norm }) => norm === 'and');
  const head = tokens.slice(0, at);
  const one = /\b(?:longest|slowest|biggest|largest|highest|latest|last|first|shortest|fastest|smallest)\b/;
  const grouped = head.some(({ norm }) => /^(?:by|per|each|every|who|most|average)$/.test(norm));
  if (at < 3 || grouped || !one.test(textOf(head)) || !WHOSE_ROW.test(textOf(tokens.slice(at)))) return tokens;
  return /^which\b/.test(textOf(head)) ? tokens : withoutEnd(head);
};

/** A question with what its last clause says of it said where it belongs. */
export const withTrailingClause = (tokens: readonly Token[]): readonly Token[] =>
  whereNamed(askedIfSo(askedWithWhat(withoutItsField(withoutAgain(tokens)))));
