import type { GenerateQueryResponse } from '@clearspan/contracts';
import type { ApiError, Reply } from '../api/client.ts';

/** What is on the page for a question. */
export type AskState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'asking'; readonly question: string; readonly previous: Shown | null }
  | { readonly kind: 'answered'; readonly shown: Shown }
  | { readonly kind: 'failed'; readonly question: string; readonly error: ApiError };

interface Shown {
  readonly question: string;
  readonly response: GenerateQueryResponse;
  /** From the click to the last byte, as it was for the reader. */
  readonly roundTripMs: number;
}

export type AskEvent =
  | { readonly kind: 'ask'; readonly question: string }
  | {
      readonly kind: 'reply';
      readonly question: string;
      readonly reply: Reply<GenerateQueryResponse>;
      readonly roundTripMs: number;
    }
  | { readonly kind: 'clear' };

const shownIn = (state: AskState): Shown | null => {
  if (state.kind === 'answered') return state.shown;
  return state.kind === 'asking' ? state.previous : null;
};

/** A reply to a question that was replaced by another one meanwhile changes nothing. */
export const nextAskState = (state: AskState, event: AskEvent): AskState => {
  switch (event.kind) {
    case 'clear':
      return { kind: 'empty' };
    case 'ask':
      return { kind: 'asking', question: event.question, previous: shownIn(state) };
    case 'reply': {
      if (state.kind !== 'asking' || state.question !== event.question) return state;
      return event.reply.ok
        ? {
            kind: 'answered',
            shown: { question: event.question, response: event.reply.value, roundTripMs: event.roundTripMs },
          }
        : { kind: 'failed', question: event.question, error: event.reply.error };
    }
  }
};
