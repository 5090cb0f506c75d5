import type { LearnedItem } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';

const PHRASE_CHARS_MAX = 60;
const TARGET_CHARS_MAX = 200;

/** What begins as a field does is one: `$d.region`; anything else is a value. */
const targetOf = (text: string): object => (/^\$[mld]\b/.test(text) ? { field: text } : { value: text });

/** Words, and what they stand for, written down by hand. */
export const AliasForm = ({ added }: { readonly added: () => void }): ReactElement => {
  const [phrase, setPhrase] = useState('');
  const [target, setTarget] = useState('');
  const change = useChange<LearnedItem>(() => {
    setPhrase('');
    setTarget('');
    added();
  });
  const body = { phrase: phrase.trim(), ...targetOf(target.trim()) };
  return (
    <form
      className="card alias-form"
      onSubmit={(event) => {
        event.preventDefault();
        void change.make(() => postJson<LearnedItem>('/api/learned', body));
      }}
    >
      <label>
        Words
        <input
          value={phrase}
          maxLength={PHRASE_CHARS_MAX}
          placeholder="orders svc"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setPhrase(event.target.value)}
        />
      </label>
      <label>
        stand for
        <input
          value={target}
          maxLength={TARGET_CHARS_MAX}
          placeholder="checkout, or $d.region"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTarget(event.target.value)}
        />
      </label>
      <button type="submit" disabled={change.busy || phrase.trim() === '' || target.trim() === ''}>
        Add
      </button>
      {change.error && (
        <p className="wrap bad-text" role="alert">
          Not added: {change.error.detail}
        </p>
      )}
    </form>
  );
};
