/**
 * The name of a queued segment says all that is to be known of it: its place in the queue, its name in the write-ahead
 * log, and how many requests at its beginning are answered. It is renamed as they are: a name is never half written.
 */
export interface QueueFile {
  readonly place: number;
  readonly segment: string;
  readonly answered: number;
}

const NAME = /^(\d{12})-([\w-]+)\.(\d+)\.wal$/;
const PLACE_DIGITS = 12;

export const queueFileName = ({ place, segment, answered }: QueueFile): string =>
  `${String(place).padStart(PLACE_DIGITS, '0')}-${segment}.${answered}.wal`;

/** Null for a file that is none of the queue's. */
export const parseQueueFile = (name: string): QueueFile | null => {
  const [, place, segment = '', answered] = NAME.exec(name) ?? [];
  return place === undefined ? null : { place: Number(place), segment, answered: Number(answered) };
};
