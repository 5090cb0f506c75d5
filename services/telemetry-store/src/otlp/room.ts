/** Bytes that requests share. Who wants more than is free waits, first come, first served. */
export interface Room {
  take(bytes: number): Promise<void>;
  give(bytes: number): void;
}

interface Waiting {
  readonly bytes: number;
  readonly resolve: () => void;
}

export const createRoom = (bytesMax: number): Room => {
  const waiting: Waiting[] = [];
  let free = bytesMax;
  const serve = (): void => {
    for (let next = waiting[0]; next && next.bytes <= free; next = waiting[0]) {
      free -= next.bytes;
      waiting.shift();
      next.resolve();
    }
  };
  return {
    take: (bytes) => {
      if (bytes > bytesMax) throw new RangeError(`expected at most ${bytesMax} bytes to be taken, found ${bytes}`);
      return new Promise((resolve) => {
        waiting.push({ bytes, resolve });
        serve();
      });
    },
    give: (bytes) => {
      free += bytes;
      serve();
    },
  };
};
