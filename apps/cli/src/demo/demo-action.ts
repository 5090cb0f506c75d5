import type { ParsedCommand } from '../args/parse-command.ts';
import type { Terminal } from '../terminal.ts';
import type { ControlRoom } from './control-room.ts';

/** One subcommand of `demo`. */
export interface DemoAction {
  /** Options it takes, beside those that say where the storefront is. */
  readonly options: readonly string[];
  /** Words it takes behind its name. */
  readonly wordsMax: number;
  /** Writes what was asked for, or what came of it. `room` is asked for last: a wrong line needs no storefront. */
  run(words: readonly string[], scene: DemoScene): Promise<void>;
}

export interface DemoScene {
  readonly parsed: ParsedCommand;
  readonly terminal: Terminal;
  readonly room: () => ControlRoom;
}
