import { randomBytes } from 'node:crypto';
import type { ParsedCommand } from '../args/parse-command.ts';
import { type Report, visitHops } from '../doctor/hop.ts';
import { doctorHops } from '../doctor/hops.ts';
import { visible } from '../output/cell-text.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { gatewayUrl, runningSystem } from '../system/running-system.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const NAME_WIDTH = 28;

const reportLine = (report: Report, colour: boolean): string => {
  const mark = report.ok ? '✓' : '✗';
  const painted = colour ? `\x1b[${report.ok ? 32 : 31}m${mark}\x1b[0m` : mark;
  const ms = report.ms === null ? '' : `${Math.round(report.ms)} ms`;
  const advice = report.advice ? `\n${' '.repeat(NAME_WIDTH + 13)}→ ${report.advice}` : '';
  return `${painted} ${report.name.padEnd(NAME_WIDTH)}${ms.padStart(9)}  ${visible(report.seen)}${advice}\n`;
};

/** `clearspan doctor`: exit code 0 when every hop is well, else 3. */
export const doctor = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const dataDir = dataDirectory(parsed, terminal.env);
  const system = runningSystem(dataDir, terminal.env);
  const nowMs = Date.now();
  const ids = {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    visit: randomBytes(8).toString('hex'),
    nowNanos: String(BigInt(nowMs) * 1_000_000n),
  };
  const node = {
    name: 'Node',
    needs: [],
    visit: async () => ({ ok: true, seen: `${process.version} (${process.execPath})` }),
  };
  const hops = [node, ...doctorHops(system, gatewayUrl(dataDir, terminal.env), ids, nowMs)];
  const reports = await visitHops(hops, (report) => terminal.stdout.write(reportLine(report, terminal.colour)));
  const failed = reports.filter((r) => !r.ok);
  terminal.stdout.write(
    failed.length === 0
      ? `\nEvery hop is well.\n`
      : `\n${failed.length} of ${reports.length} hops failed; the first: ${failed[0]?.name}.\n`,
  );
  return failed.length === 0 ? EXIT.fine : EXIT.unreachable;
};
