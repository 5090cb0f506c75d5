/** Serves for a moment, then fails the way a defect does. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('ok'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.send?.({ kind: 'ready' });
  for (let i = 1; i <= 30; i += 1) console.log(`line ${i}`);
  process.stdout.write('the last words\n', () => process.exit(7));
});
