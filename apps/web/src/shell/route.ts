import { useSyncExternalStore } from 'react';

/** Where the page is: kept in the address, so that the back button and a copied link work. */
export type Route =
  /** `before`: the questions it follows, oldest first. */
  | { readonly page: 'ask'; readonly question: string | null; readonly before: readonly string[] }
  | { readonly page: 'trace'; readonly id: string }
  | { readonly page: 'shop' }
  | { readonly page: 'learned' }
  | { readonly page: 'unknown'; readonly hash: string };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const parseRoute = (hash: string): Route => {
  const path = hash.replace(/^#\/?/, '');
  if (path === '') return { page: 'ask', question: null, before: [] };
  if (path === 'shop') return { page: 'shop' };
  if (path === 'learned') return { page: 'learned' };
  const ask = /^ask\/(.+)$/s.exec(path);
  if (ask) {
    const questions = (ask[1] ?? '').split('/').map(decoded);
    return { page: 'ask', question: questions.at(-1) ?? '', before: questions.slice(0, -1) };
  }
  const trace = /^trace\/([0-9a-f]{32})$/i.exec(path);
  if (trace) return { page: 'trace', id: (trace[1] ?? '').toLowerCase() };
  return { page: 'unknown', hash };
};

/** A question after those that it follows. */
export const askHash = (question: string, before: readonly string[] = []): string =>
  `#/ask/${[...before, question].map(encodeURIComponent).join('/')}`;
export const LEARNED_HASH = '#/learned';
export const SHOP_HASH = '#/shop';
export const traceHash = (id: string): string => `#/trace/${id}`;

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The hash of the address, followed as it changes. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash);
