import { useRef, useState } from 'react';
import type { ApiError, Reply } from './client.ts';

export interface Change<T> {
  /** Why the last change was not made. */
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** Whether it was made. While one is under way another is not begun: its button stays where the focus is. */
  readonly make: (call: () => Promise<Reply<T>>) => Promise<boolean>;
}

/** Something that is changed by a request, which answers with how it is then. */
export const useChange = <T>(made: (value: T) => void): Change<T> => {
  const [state, setState] = useState<Omit<Change<T>, 'make'>>({ error: null, busy: false });
  const under = useRef(false);
  const make = async (call: () => Promise<Reply<T>>): Promise<boolean> => {
    if (under.current) return false;
    under.current = true;
    setState({ error: null, busy: true });
    const reply = await call();
    under.current = false;
    setState({ error: reply.ok ? null : reply.error, busy: false });
    if (reply.ok) made(reply.value);
    return reply.ok;
  };
  return { ...state, make };
};
