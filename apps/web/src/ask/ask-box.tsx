import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';

export const QUESTION_CHARS_MAX = 2_000;

/** Enter asks, Shift+Enter breaks the line; the box grows with its text. `/` anywhere on the page comes here. */
export const AskBox = (props: {
  readonly question: string;
  readonly busy: boolean;
  readonly ask: (question: string) => void;
}): ReactElement => {
  const [text, setText] = useState(props.question);
  // A question that comes from elsewhere (an example, the back button) replaces the text; the box keeps the focus.
  const [asked, setAsked] = useState(props.question);
  if (asked !== props.question) {
    setAsked(props.question);
    setText(props.question);
  }
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || /^(input|textarea|select)$/i.test(target.tagName))
        return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  const isFirst = props.question === '';
  useEffect(() => {
    // Where there is a keyboard, the first thing to do is to type; a touch screen would be covered by its own one.
    if (isFirst && window.matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true });
  }, [isFirst]);
  const submit = (): void => {
    const question = text.trim();
    if (question !== '' && !props.busy) props.ask(question);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="ask-box"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="visually-hidden" htmlFor="question">
        Question, or a DataPrime query
      </label>
      <div className="grow" data-text={text}>
        <textarea
          ref={box}
          id="question"
          rows={1}
          value={text}
          maxLength={QUESTION_CHARS_MAX}
          placeholder="What is failing right now?"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button type="submit" className="primary" disabled={props.busy || text.trim() === ''}>
        {props.busy ? <span className="spinner" role="img" aria-label="Working" /> : 'Ask'}
      </button>
    </form>
  );
};
