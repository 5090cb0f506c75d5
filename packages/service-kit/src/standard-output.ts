/** A loop that never ends its turn must not keep all it says in memory. */
const WAITING_LINES_MAX = 1_000;
/** To a reader it is at once; to a busy service it is a call into the system for many lines instead of one for each. */
const WRITE_DELAY_MS = 10;

/** Not yet written: what makes the text of each. */
let waiting: (() => string)[] = [];
let timer: NodeJS.Timeout | undefined;

/** Writes what is waiting. */
export const writeLines = (): void => {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length === 0) return;
  let lines = '';
  for (const text of waiting) lines += text();
  waiting = [];
  process.stdout.write(lines);
};

// Whatever ends the process, its last words are those that matter.
process.on('exit', writeLines);

/** Writes a line, its end included, together with those that come within a moment; its text is asked for only then. */
export const writeLine = (line: () => string): void => {
  waiting.push(line);
  timer ??= setTimeout(writeLines, WRITE_DELAY_MS).unref();
  if (waiting.length === WAITING_LINES_MAX) writeLines();
};
