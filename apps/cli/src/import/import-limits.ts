import { LINE_BYTES_MAX } from '../sources/read-lines.ts';
import type { ChunkLimits } from './cut-chunks.ts';

const MEGABYTE = 1_048_576;

/** One chunk: small enough that the store is never held up for long by one of them. */
export const CHUNK_LIMITS: ChunkLimits = { bytesMax: MEGABYTE, linesMax: 10_000 };

export const CHUNKS_UNDER_WAY_MAX = 3;

/** One OTLP request that is a file of its own. */
export const REQUEST_BYTES_MAX: number = LINE_BYTES_MAX;

/** Lines that were not taken: this many are told of each file, the rest are counted. */
export const FAULTS_TOLD_MAX = 5;
