/** A line of a child, as far as the supervisor needs to understand it. */
export interface LogLine {
  readonly level: 'error' | 'warning' | 'other';
  /** What to show of it. */
  readonly text: string;
}

const PINO_WARN = 40;
const PINO_ERROR = 50;

const fields = (line: string): Record<string, unknown> | null => {
  if (!line.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

const levelOf = (level: unknown): LogLine['level'] => {
  if (typeof level === 'number') return level >= PINO_ERROR ? 'error' : level >= PINO_WARN ? 'warning' : 'other';
  if (typeof level !== 'string') return 'other';
  if (/^(error|fatal|critical)$/i.test(level)) return 'error';
  return /^warn/i.test(level) ? 'warning' : 'other';
};

/** What the error adds to the message; nothing where the message is the error's. */
const errorText = (error: unknown, message: string): string => {
  const text = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
  return typeof text === 'string' && !message.includes(text) ? `: ${text}` : '';
};

/** Services log JSON on stdout; what comes on stderr is a crash or a complaint of Node, and is always shown. */
export const readLogLine = (line: string, stream: 'stdout' | 'stderr'): LogLine => {
  const record = fields(line);
  if (!record) return { level: stream === 'stderr' ? 'error' : 'other', text: line };
  const message = typeof record.msg === 'string' ? record.msg : line;
  return { level: levelOf(record.level), text: `${message}${errorText(record.err, message)}` };
};
