import { type Cookie, Pool, parseCookie, request } from 'undici';

/** Cookies of a session, by name. */
export type Session = Map<string, string>;

/** How a request of a visitor ended. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number }
  /** The answer did not come in time, or nobody waited for it any more. */
  | { readonly kind: 'late' }
  /** Nobody listens, or the connection broke. */
  | { readonly kind: 'unreachable' };

/** The frontend as visitors know it. No trace begins out here: the root of each is the frontend's own span. */
export interface FrontDoor {
  /** Keeps the cookies that the frontend sets. */
  visit(path: string, session: Session, signal: AbortSignal): Promise<Answer>;
  /** Whether visitors would be served. The services behind count until all have been ready once: later, they may fail. */
  isOpen(signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

/** At most so many requests are under way at once. */
export const IN_FLIGHT_MAX = 100;
const CONNECT_MS = 2_000;
const ANSWER_MS = 15_000;
const READY_MS = 2_000;
/** More than a page has: a longer one is not read to its end. */
const BODY_BYTES_MAX = 16_777_216;

const LATE: ReadonlySet<unknown> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_ABORTED']);

const isLate = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || ('code' in error && LATE.has(error.code)));

const keep = (session: Session, header: string | readonly string[] | undefined): void => {
  for (const text of [header ?? []].flat()) {
    const cookie: Cookie | null = parseCookie(text);
    if (cookie === null) continue;
    if (cookie.maxAge !== undefined && cookie.maxAge <= 0) session.delete(cookie.name);
    else session.set(cookie.name, cookie.value);
  }
};

const isReady = async (url: string, signal: AbortSignal): Promise<boolean> => {
  try {
    const answer = await request(`${url}/health/ready`, { signal, headersTimeout: READY_MS });
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    return false;
  }
};

/** `behind`: the other services of the shop. */
export const openFrontDoor = (url: string, behind: readonly string[]): FrontDoor => {
  const { origin } = new URL(url);
  let started = false;
  const pool = new Pool(origin, {
    connections: IN_FLIGHT_MAX,
    connect: { timeout: CONNECT_MS },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
  });
  const get = async (path: string, session: Session, signal: AbortSignal): Promise<number> => {
    const cookie = [...session].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'application/json', ...(cookie ? { cookie } : {}) };
    const answer = await pool.request({ method: 'GET', path, headers, signal });
    keep(session, answer.headers['set-cookie']);
    await answer.body.dump({ limit: BODY_BYTES_MAX, signal });
    return answer.statusCode;
  };
  return {
    visit: async (path, session, signal) => {
      try {
        return { kind: 'answered', status: await get(path, session, signal) };
      } catch (error) {
        return { kind: isLate(error) ? 'late' : 'unreachable' };
      }
    },
    isOpen: async (signal) => {
      const asked = started ? [origin] : [origin, ...behind];
      const ready = await Promise.all(asked.map((service) => isReady(service, signal)));
      const open = ready.every(Boolean);
      started ||= open;
      return open;
    },
    close: () => pool.destroy(),
  };
};
