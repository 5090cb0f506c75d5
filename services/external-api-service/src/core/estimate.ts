import type { ChatRequest } from './chat-model.ts';

/** Of English and of code; few tokens are shorter. */
const CHARS_PER_TOKEN = 3;
/** Of each message, for its role and its ends. */
const TOKENS_PER_MESSAGE = 8;
/** Of an answer whose length nobody limited. */
const ANSWER_TOKENS_DEFAULT = 4_096;

/** How many tokens a text has, on the high side. For budgets only: what is reported comes from the endpoint. */
export const tokensOfText = (text: string): number => Math.ceil(text.length / CHARS_PER_TOKEN);

/** The most a call can take, before it is made. */
export const mostTokens = ({ messages, max_tokens, output }: ChatRequest): { input: number; output: number } => ({
  input:
    messages.reduce((sum, { content }) => sum + tokensOfText(content) + TOKENS_PER_MESSAGE, 0) +
    (output ? tokensOfText(JSON.stringify(output.schema)) : 0),
  output: max_tokens ?? ANSWER_TOKENS_DEFAULT,
});
