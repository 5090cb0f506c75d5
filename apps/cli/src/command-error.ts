import { EXIT, type ExitCode } from './terminal.ts';

/** A failure that a person can act on: shown as one message, ending with its exit code. */
export interface CommandError extends Error {
  readonly code: 'COMMAND_FAILED';
  readonly exitCode: ExitCode;
}

const commandError = (exitCode: ExitCode, message: string, cause?: unknown): CommandError =>
  Object.assign(new Error(message, { cause }), { code: 'COMMAND_FAILED' as const, exitCode });

/** The input is wrong: exit code 1. */
export const inputError = (message: string, cause?: unknown): CommandError =>
  commandError(EXIT.inputWrong, message, cause);

/** The system, or a part of it that is needed, could not be reached: exit code 3. */
export const unreachableError = (message: string, cause?: unknown): CommandError =>
  commandError(EXIT.unreachable, message, cause);

export const isCommandError = (error: unknown): error is CommandError =>
  error instanceof Error && (error as { code?: unknown }).code === 'COMMAND_FAILED';
