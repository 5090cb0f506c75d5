/** Never stops by itself, and has a child of its own in the same process group. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

process.on('SIGTERM', () => undefined);
const grandchild = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], {
  stdio: 'ignore',
});
createServer((_, response) => response.end(String(grandchild.pid))).listen(
  Number(process.env.PORT),
  '127.0.0.1',
  () => {
    console.log(`grandchild ${grandchild.pid}`);
    process.send?.({ kind: 'ready' });
  },
);
