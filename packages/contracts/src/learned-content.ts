import { z } from 'zod';
import { USER_INPUT_CHARS_MAX } from './generate.ts';

/** Characters of the words of an alias at most. */
export const PHRASE_CHARS_MAX = 60;
/** Characters of a query that something is learned from at most; longer ones teach nothing. */
export const LEARNED_QUERY_CHARS_MAX = 2_000;
const FIELD_CHARS_MAX = 400;
const VALUE_CHARS_MAX = 200;

/** What words stand for: a value of a field, or a field. Fields are written as `$l.subsystemname`. */
const aliasTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    field: z.string().max(FIELD_CHARS_MAX),
    value: z.string().min(1).max(VALUE_CHARS_MAX),
  }),
  z.object({ kind: z.literal('field'), field: z.string().max(FIELD_CHARS_MAX) }),
]);
export type AliasTarget = z.infer<typeof aliasTarget>;

/** One thing that was learned, whoever it is for. */
export const learnedContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alias'), phrase: z.string().min(1).max(PHRASE_CHARS_MAX), target: aliasTarget }),
  /** These words, read as this value, were wrong: the reading counts less. */
  z.object({
    kind: z.literal('avoid'),
    phrase: z.string().min(1).max(PHRASE_CHARS_MAX),
    field: z.string().max(FIELD_CHARS_MAX),
    value: z.string().max(VALUE_CHARS_MAX),
  }),
  /** An accepted answer: `form` is the question and `shape` the query, both without their names and numbers. */
  z.object({
    kind: z.literal('memory'),
    question: z.string().max(USER_INPUT_CHARS_MAX),
    query: z.string().max(2 * LEARNED_QUERY_CHARS_MAX),
    form: z.string().max(4 * USER_INPUT_CHARS_MAX),
    shape: z.string().max(8 * LEARNED_QUERY_CHARS_MAX),
  }),
]);
export type LearnedContent = z.infer<typeof learnedContent>;
export type AliasContent = Extract<LearnedContent, { kind: 'alias' }>;
export type AvoidContent = Extract<LearnedContent, { kind: 'avoid' }>;
export type MemoryContent = Extract<LearnedContent, { kind: 'memory' }>;
