import type { FeedbackResponse } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { type ApiError, postJson } from '../api/client.ts';
import { CorrectedQuery, Lesson } from './corrected-query.tsx';
import './feedback.css';

const COMMENT_CHARS_MAX = 4_000;
/** Of a better answer there is nothing to correct. */
const CORRECTABLE_MAX = 4;
const RATINGS = [
  [1, 'wrong'],
  [2, 'mostly wrong'],
  [3, 'partly right'],
  [4, 'mostly right'],
  [5, 'right'],
] as const;

type Sent =
  | { readonly kind: 'no' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'yes'; readonly response: FeedbackResponse }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** A rating from 1 to 5 and a word on it; one for each answer. */
export const Feedback = (props: {
  readonly question: string;
  readonly query: string;
  readonly traceId: string;
}): ReactElement => {
  const [rating, setRating] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [meant, setMeant] = useState(props.query);
  const isCorrectable = rating !== null && rating <= CORRECTABLE_MAX;
  const isChanged = meant.trim() !== '' && meant.trim() !== props.query.trim();
  const corrected = isCorrectable && isChanged ? meant.trim() : null;
  const [sent, setSent] = useState<Sent>({ kind: 'no' });
  const send = async (): Promise<void> => {
    setSent({ kind: 'sending' });
    const reply = await postJson<FeedbackResponse>('/api/feedback', {
      user_input: props.question,
      generated_query: props.query,
      rating,
      trace_id: props.traceId,
      ...(corrected === null ? {} : { corrected_query: corrected }),
      ...(comment.trim() ? { comment: comment.trim() } : {}),
    });
    setSent(reply.ok ? { kind: 'yes', response: reply.value } : { kind: 'failed', error: reply.error });
  };
  if (sent.kind === 'yes')
    return (
      <section className="card feedback" role="status">
        <p className="thanks">Noted: {rating} of 5.</p>
        {/* Why nothing was learned is of interest to those who have given something to learn from. */}
        <Lesson learned={sent.response.learned} reason={corrected === null ? null : sent.response.not_learned} />
      </section>
    );
  return (
    <section className="card feedback">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset>
          <legend>Is this the right answer?</legend>
          {RATINGS.map(([value, meaning]) => (
            <label key={value} className={rating === value ? 'rating chosen' : 'rating'} title={meaning}>
              <input
                type="radio"
                name="rating"
                value={value}
                checked={rating === value}
                onChange={() => setRating(value)}
              />
              {value}
              <span className="visually-hidden">{meaning}</span>
            </label>
          ))}
          <span className="meaning">{RATINGS.find(([value]) => value === rating)?.[1] ?? '1 wrong, 5 right'}</span>
        </fieldset>
        {isCorrectable && (
          <CorrectedQuery label="The query that was meant (may stay as it is)" query={meant} change={setMeant} />
        )}
        {rating !== null && (
          <div className="comment">
            <label className="visually-hidden" htmlFor="comment">
              A word on it
            </label>
            <input
              id="comment"
              value={comment}
              maxLength={COMMENT_CHARS_MAX}
              placeholder="What was expected? (may stay empty)"
              onChange={(event) => setComment(event.target.value)}
            />
            <button type="submit" disabled={sent.kind === 'sending'}>
              Send
            </button>
          </div>
        )}
        {sent.kind === 'failed' && (
          <p className="wrap problem" role="alert">
            Not stored: {sent.error.detail} (<code>{sent.error.code}</code>)
          </p>
        )}
      </form>
    </section>
  );
};
