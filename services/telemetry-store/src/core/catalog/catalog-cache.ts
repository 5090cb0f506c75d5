import type { Catalog } from '@clearspan/contracts';

export interface CatalogCache {
  get(): Promise<Catalog>;
  /** What was read last, however old; null before the first reading. */
  held(): Catalog | null;
}

export interface CatalogCacheParts {
  readonly read: () => Promise<Catalog>;
  /** Changes whenever telemetry was accepted. */
  readonly version: () => number;
  readonly nowMs: () => number;
  /** A catalog is not read again within this time … */
  readonly freshMs: number;
  /** … or within this time while it is empty: the first records should be known at once. */
  readonly freshEmptyMs: number;
}

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly catalog: Promise<Catalog> }
  | { readonly kind: 'held'; readonly catalog: Catalog; readonly atMs: number; readonly version: number };

const isEmpty = ({ logs, spans }: Catalog): boolean => logs.records + spans.records === 0;

/** One reading serves all who ask, until data has changed and some time has passed. */
export const createCatalogCache = ({
  read,
  version,
  nowMs,
  freshMs,
  freshEmptyMs,
}: CatalogCacheParts): CatalogCache => {
  let state: State = { kind: 'none' };
  let last: Catalog | null = null;

  const readAgain = (): Promise<Catalog> => {
    const before = state;
    const versionRead = version();
    const catalog = read().then(
      (found) => {
        last = found;
        state = { kind: 'held', catalog: found, atMs: nowMs(), version: versionRead };
        return found;
      },
      (error: unknown) => {
        state = before;
        throw error;
      },
    );
    state = { kind: 'reading', catalog };
    return catalog;
  };

  return {
    held: () => last,
    get: async () => {
      if (state.kind === 'reading') return state.catalog;
      if (state.kind === 'none') return readAgain();
      const ageMs = nowMs() - state.atMs;
      const fresh = ageMs < (isEmpty(state.catalog) ? freshEmptyMs : freshMs);
      return fresh || state.version === version() ? state.catalog : readAgain();
    },
  };
};
