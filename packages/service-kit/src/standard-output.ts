/** A loop that never ends its turn must not keep all it says in memory. */
const WAITING_LINES_MAX = 1_000;

/** Not yet written: the lines of one turn of the event loop go to standard output together, at its end. */
let waiting: string[] = [];

/** Writes what is waiting. */
export const writeLines = (): void => {
  if (waiting.length === 0) return;
  const lines = waiting.join('');
  waiting = [];
  process.stdout.write(lines);
};

// Whatever ends the process, its last words are those that matter.
process.on('exit', writeLines);

/** Writes a line, its end included, when the turn of the event loop is over. */
export const writeLine = (line: string): void => {
  if (waiting.length === 0) setImmediate(writeLines);
  waiting.push(line);
  if (waiting.length === WAITING_LINES_MAX) writeLines();
};
