import type { Interpretation, Turn } from '../../interpretation.ts';
import type { Linked } from '../../link/link-question.ts';
import type { FilledPair } from '../examples/fill-pair.ts';
import { MODEL_LIMITS } from '../limits.ts';
import { isTellable, type LinkedValue, type SchemaField } from '../linked-schema.ts';
import { looksSecret } from '../looks-secret.ts';
import { plainText, quotedText } from '../plain-text.ts';
import type { ChatMessage } from '../ports.ts';
import { fenced } from './fence.ts';
import { SYSTEM_PROMPT } from './system-prompt.ts';

export interface PromptInput {
  readonly linked: Linked;
  readonly reading: Interpretation;
  readonly fields: readonly SchemaField[];
  readonly values: readonly LinkedValue[];
  readonly examples: readonly FilledPair[];
  readonly turns: readonly Turn[];
  readonly windowKnown: boolean;
  /** Letters and digits that nobody can guess. */
  readonly nonce: string;
}

const QUESTION_CHARS_MAX = 2_000;

const quoted = (text: string): string => quotedText(text, MODEL_LIMITS.valueCharsMax);

const PATH_CHARS_MAX = 128;
const PATH_WORDS_MAX = 3;

/** A path that cannot be shown as it is is not shown: another one would not be found. Keys that are sentences are no names. */
const isShown = ({ path }: { readonly path: string }): boolean =>
  path === plainText(path, PATH_CHARS_MAX) && !looksSecret(path) && path.split(/\s+/).length <= PATH_WORDS_MAX;

const quotedPath = (path: string): string => quotedText(path, PATH_CHARS_MAX);

const fieldLine = ({ dataset, path, type, unit, role, presence, values }: SchemaField): string =>
  `{"in":"${dataset}","path":${quotedPath(path)},"type":"${type}"` +
  `${unit === null ? '' : `,"unit":"${unit}"`}${role === null ? '' : `,"role":"${role}"`}` +
  `,"presence":${presence.toFixed(2)}${values.length === 0 ? '' : `,"values":[${values.map(quoted).join(',')}]`}}`;

const draftLines = (reading: Interpretation): readonly string[] => {
  if (reading.kind !== 'answer') return [];
  return [reading, ...reading.alternatives]
    .slice(0, MODEL_LIMITS.draftsMax)
    .map(({ query, confidence }) => `{"query":${quotedText(query, 600)},"sure":${confidence.toFixed(2)}}`);
};

const tellableTurns = (turns: readonly Turn[]): readonly Turn[] =>
  turns.filter(({ question, query }) => !looksSecret(question) && !looksSecret(query)).slice(-MODEL_LIMITS.turnsMax);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines];

/** What is told of this one question, behind what is the same for all. The question comes last. */
export const questionPrompt = (input: PromptInput): readonly ChatMessage[] => {
  const { linked, reading, fields, values, examples, turns, windowKnown, nonce } = input;
  const now = new Date(Number(linked.nowNanos / 1_000_000n)).toISOString();
  const data = [
    ...section('fields', fields.filter(isShown).map(fieldLine)),
    ...section(
      'words that are values',
      values
        .filter((link) => isTellable(link.phrase) && isShown(link))
        .map(
          ({ phrase, dataset, path, value, score }) =>
            `{"word":${quoted(phrase)},"in":"${dataset}","path":${quotedPath(path)},"value":${quoted(value)},"score":${score.toFixed(2)}}`,
        ),
    ),
    ...section('drafts', draftLines(reading)),
    ...section(
      'examples',
      examples.map(
        ({ question, query }) => `{"question":${quotedText(question, 200)},"query":${quotedText(query, 600)}}`,
      ),
    ),
    ...section(
      'the dialogue so far',
      tellableTurns(turns).map(
        ({ question, query }) => `{"question":${quotedText(question, 400)},"query":${quotedText(query, 600)}}`,
      ),
    ),
    `now: ${now}, UTC${windowKnown ? '; the caller has chosen a window' : ''}`,
    `question: ${quotedText(linked.routed.question, QUESTION_CHARS_MAX)}`,
  ];
  return [
    { role: 'system', content: SYSTEM_PROMPT },
    { role: 'user', content: `The markers of the data are random: ${nonce}.\n${fenced(nonce, data)}` },
  ];
};
