import { parseTokens } from '../parse/parse.ts';
import { PROBE } from '../parse/probe.ts';
import { CLAUSE_DOCS, CLAUSE_WORDS } from '../reference/clause-words.ts';
import { OPERATOR_DOCS } from '../reference/operator-docs.ts';
import type { CompletionItem } from './completion.ts';
import { fit, offer } from './offer.ts';
import type { Place } from './place.ts';

/** What the parser takes a text for when it stands in the place of the word. */
const roleOf = ({ text, word, stageStart }: Place, tried: string): string | null => {
  const stem = text.slice(stageStart, word.start);
  return parseTokens(`${stem}${tried} `).tokens.find(({ start }) => start === stem.length)?.role ?? null;
};

/** Words of clauses, where the grammar takes them: each one is tried. */
export const offerClauses = (place: Place): readonly (CompletionItem | null)[] => {
  if (place.stage === null) return [];
  return CLAUSE_WORDS[place.stage.command]
    .filter((label) => fit(place.word.typed, label) !== null && roleOf(place, label) === 'keyword')
    .map((label) =>
      offer(place.word.typed, 10, { kind: 'clause', label, detail: CLAUSE_DOCS[label] ?? '', insert: `${label} ` }),
    );
};

const SYMBOLS = Object.entries(OPERATOR_DOCS);
const OPERANDS: ReadonlySet<string> = new Set([
  'constant',
  'function',
  'key',
  'literal',
  'name',
  'namespace',
  'severity',
  'type',
]);

/** Whether the token before the word may be the last of an operand or of a stage. */
const followsOperand = ({ before, role }: Place): boolean => {
  const previous = before.at(-1);
  if (previous === undefined) return false;
  return role === 'skipped' || OPERANDS.has(previous.role) || [')', ']', '}'].includes(previous.text);
};

/** Operators behind an operand, and the bar behind a stage. Signs are offered only where no word is begun. */
export const offerOperators = (place: Place): readonly (CompletionItem | null)[] => {
  if (place.word.typed !== '' || place.stage === null || !followsOperand(place)) return [];
  const operators = roleOf(place, `== ${PROBE}`) === 'infix' ? SYMBOLS : [];
  return [
    ...operators.map(([label, detail]) => offer('', 30, { kind: 'operator', label, detail, insert: `${label} ` })),
    offer('', 20, { kind: 'operator', label: '|', detail: 'The next command', insert: '| ' }),
  ];
};
