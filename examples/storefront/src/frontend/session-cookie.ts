import { randomUUID } from 'node:crypto';

const SESSION = /(?:^|;\s*)session=([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:;|$)/i;

export interface Session {
  readonly id: string;
  /** What tells the browser of a new session; null where it has one. */
  readonly setCookie: string | null;
}

/** The session that a request belongs to. What is no session of ours is replaced by a new one. */
export const sessionOf = (cookies: string | undefined): Session => {
  const given = SESSION.exec(cookies ?? '')?.[1];
  if (given !== undefined) return { id: given.toLowerCase(), setCookie: null };
  const id = randomUUID();
  return { id, setCookie: `session=${id}; HttpOnly; SameSite=Lax; Path=/` };
};
