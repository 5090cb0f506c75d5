import type { GenerateQueryResponse, Turn } from '@clearspan/contracts';
import { postJson } from '../api/client.ts';

/** The gateway takes twenty; what was said longer ago than this hardly matters. */
const TURNS_MAX = 8;
const REMEMBERED_MAX = 200;

/** Names this page to the history. The address may be one that no random UUID is given to. */
const CONVERSATION_ID = [...crypto.getRandomValues(new Uint8Array(16))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');

/** The queries that answered questions after others; of a copied address they are not known yet. */
const remembered = new Map<string, string>();

const keyOf = (before: readonly string[], question: string): string => JSON.stringify([...before, question]);

const queryOf = (response: GenerateQueryResponse): string => (response.kind === 'answer' ? response.query : '');

/** Keeps the query that answered a question, for those that follow it. */
export const remember = (before: readonly string[], question: string, response: GenerateQueryResponse): void => {
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(keyOf(before, question), queryOf(response));
};

/** What is sent with a question that follows others; nothing where it stands alone. */
export const contextOf = async (
  before: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly context?: readonly Turn[]; readonly conversation_id?: string }> => {
  if (before.length === 0) return {};
  const context: Turn[] = [];
  for (const [at, question] of before.entries()) {
    const earlier = before.slice(0, at);
    if (!remembered.has(keyOf(earlier, question))) {
      const body = { user_input: question, execute: false, context: context.slice(-TURNS_MAX) };
      const reply = await postJson<GenerateQueryResponse>('/api/generate-query', body, { signal });
      if (reply.ok) remember(earlier, question, reply.value);
    }
    context.push({ question, query: remembered.get(keyOf(earlier, question)) ?? '' });
  }
  return { context: context.slice(-TURNS_MAX), conversation_id: CONVERSATION_ID };
};
