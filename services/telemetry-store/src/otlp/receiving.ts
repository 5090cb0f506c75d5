/** Room for bodies while they are received, shared by all connections of all protocols. */
export interface Receiving {
  /** Takes room for a body; false when there is none, and then nothing is to be given back. */
  enter(bytes: number): boolean;
  leave(bytes: number): void;
}

export const createReceiving = (bytesMax: number): Receiving => {
  let heldBytes = 0;
  return {
    enter: (bytes) => {
      if (heldBytes + bytes > bytesMax) return false;
      heldBytes += bytes;
      return true;
    },
    leave: (bytes) => {
      heldBytes -= bytes;
    },
  };
};
