import { problem } from '@clearspan/service-kit';
import type { FaultBoard } from '../../faults/fault-board.ts';
import type { SeenRequest } from '../../http/seen-request.ts';
import { cacheOperations } from '../meters.ts';
import type { Answer } from './answer.ts';
import type { AnswerCache, Lookup } from './answer-cache.ts';
import { inOwnTime } from './own-time.ts';

export interface LookUpDeps {
  readonly cache: AnswerCache;
  readonly board: FaultBoard;
}

/** What a route wants to know. */
export interface Wanted<T> {
  /** For sentences: `user`. */
  readonly what: string;
  readonly key: string;
  readonly load: () => Promise<Answer<T>>;
}

export interface Known<T> {
  readonly value: T;
  /** False for an answer that was waited for, whoever called for it. */
  readonly fromCache: boolean;
}

export type LookUp = <T>(request: SeenRequest, wanted: Wanted<T>) => Promise<Known<T>>;

/** Each lookup is counted, and on the span of its request; what does not exist is a 404. */
export const createLookUp = ({ cache, board }: LookUpDeps): LookUp => {
  const look = <T>(request: SeenRequest, key: string, load: () => Promise<Answer<T>>): Lookup<T> => {
    const disabled = board.running('cache_disabled');
    if (disabled === null) return cache.look(key, load);
    if (request.span) disabled.mark(request.span);
    return { source: 'miss', answer: load() };
  };
  return async (request, { what, key, load }) => {
    const { source, answer } = look(request, key, () => inOwnTime(load));
    const hit = source === 'hit';
    cacheOperations.add(1, { operation: hit ? 'hit' : 'miss' });
    const span = request.span;
    span?.setAttributes({ 'cache.hit': hit, 'cache.coalesced': source === 'coalesced', 'cache.negative': false });
    const unreachable = hit ? null : board.running('dependency_unreachable');
    if (span) unreachable?.mark(span);
    const known = await answer;
    if (known.kind === 'found') return { value: known.value, fromCache: hit };
    span?.setAttribute('cache.negative', hit);
    request.log.info({ 'cache.key': key, 'cache.hit': hit }, `${what} not found`);
    throw problem('NOT_FOUND', known.message);
  };
};
