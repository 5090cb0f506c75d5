/** The command line was not understood: shown with the usage, exit code 2. */
export interface UsageError extends Error {
  readonly code: 'USAGE';
  /** The command whose usage helps; absent where no command was recognised. */
  readonly command?: string;
}

export const usageError = (message: string, command?: string): UsageError =>
  Object.assign(new Error(message), { code: 'USAGE' as const, ...(command ? { command } : {}) });

export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && (error as { code?: unknown }).code === 'USAGE';
