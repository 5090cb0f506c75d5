import { statSync } from 'node:fs';

/** Bytes of a file; 0 for one that cannot be looked at, which is told by who opens it. */
export const fileSize = (file: string): number => {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
};
