import { type ReactElement, useState } from 'react';
import { QUESTION_CHARS_MAX } from './ask-box.tsx';
import { followUps } from './follow-ups.ts';

/** Asks on about the same records: "only checkout", "as a share", "what about yesterday?". */
export const FollowUp = (props: {
  readonly intent: string;
  readonly query: string;
  readonly askOn: (question: string) => void;
}): ReactElement => {
  const [text, setText] = useState('');
  return (
    <section className="card follow-up" aria-label="Ask on">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') props.askOn(text.trim());
        }}
      >
        <label htmlFor="follow-up">Ask on</label>
        <input
          id="follow-up"
          value={text}
          maxLength={QUESTION_CHARS_MAX}
          placeholder="only checkout"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          Ask
        </button>
      </form>
      <ul className="choices">
        {followUps(props.intent, props.query).map((next) => (
          <li key={next}>
            <button type="button" className="chip" onClick={() => props.askOn(next)}>
              {next}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
