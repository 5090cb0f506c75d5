/** Calls `action` once, after a while. Gives what calls it off. */
export type Schedule = (action: () => void, afterMs: number) => () => void;

export interface AnalysisQueue {
  /** The document is new or has changed: what waits for an older version of it is called off. */
  put(uri: string): void;
  /** Nothing more is to be said about the document. */
  drop(uri: string): void;
}

/** Typing faster than this is one change. */
const settleMs = 80;

/** At most one analysis waits for each document; it reads the text as it is when its time comes. */
export const createAnalysisQueue = (analyse: (uri: string) => void, schedule: Schedule): AnalysisQueue => {
  const waiting = new Map<string, () => void>();
  const drop = (uri: string): void => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };
  return {
    put: (uri) => {
      drop(uri);
      const callOff = schedule(() => {
        waiting.delete(uri);
        analyse(uri);
      }, settleMs);
      waiting.set(uri, callOff);
    },
    drop,
  };
};
