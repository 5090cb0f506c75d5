import { setTimeout as delay } from 'node:timers/promises';
import type { ImportAnswer } from '@clearspan/contracts';
import { unreachableError } from '../command-error.ts';
import { unreachable } from '../unreachable.ts';
import { type ChunkToPost, postChunk } from './post-chunk.ts';

/** A store that answered before may be starting again. */
const AWAY_MS_MAX = 60_000;
const AWAY_AGAIN_MS = 500;

export type Delivered =
  | { readonly kind: 'taken'; readonly answer: ImportAnswer }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Hands chunks to a store until it has them. */
export interface Delivery {
  /** Rejects with a command error when the store cannot be reached. */
  deliver(chunk: ChunkToPost): Promise<Delivered>;
}

/**
 * Waits as long as the store says that it is behind. When nobody answers any more, the same is sent again for a
 * minute; the store knows a chunk that it took although its answer was lost.
 */
export const createDelivery = (url: string, tell: (text: string) => void): Delivery => {
  let answeredMs: number | null = null;
  let isTold = false;
  let isOver = false;
  const away = async (message: string): Promise<void> => {
    if (answeredMs === null) {
      throw unreachableError(`${url} could not be reached (${message}); start the system with \`clearspan up\``);
    }
    if (performance.now() - answeredMs > AWAY_MS_MAX) {
      throw unreachableError(`${url} does not answer any more (${message}); the same command goes on from here`);
    }
    if (!isTold) tell(`${url} does not answer; trying again for ${AWAY_MS_MAX / 1_000} s`);
    isTold = true;
    await delay(AWAY_AGAIN_MS);
  };
  const deliver = async (chunk: ChunkToPost): Promise<Delivered> => {
    let mayBeTaken = false;
    for (;;) {
      if (isOver) throw unreachableError(`${url} is not asked any more`);
      const posted = await postChunk(url, chunk);
      if (posted.kind === 'away') {
        mayBeTaken = true;
        await away(posted.message);
        continue;
      }
      answeredMs = performance.now();
      isTold = false;
      switch (posted.kind) {
        case 'taken':
          // What the store took here, though its answer was lost, was not there before.
          return mayBeTaken ? { ...posted, answer: { ...posted.answer, known: false } } : posted;
        case 'refused':
          return posted;
        case 'busy':
          await delay(posted.waitMs);
          break;
        case 'failed':
          throw unreachableError(`${url} ${posted.message}`);
        default:
          return unreachable(posted);
      }
    }
  };
  return {
    deliver: async (chunk) => {
      try {
        return await deliver(chunk);
      } catch (error) {
        // Other chunks under way need not find out for themselves.
        isOver = true;
        throw error;
      }
    },
  };
};
