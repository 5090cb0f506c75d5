export { main, run } from './main.ts';
export { EXIT, type ExitCode, type Terminal } from './terminal.ts';
