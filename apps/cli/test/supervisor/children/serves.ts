/** A well-behaved child: listens, says it is ready, stops when asked or when its parent is gone. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('ok'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(JSON.stringify({ level: 30, msg: 'listening' }));
  process.send?.({ kind: 'ready', name: process.env.OTEL_SERVICE_NAME, url: '' });
});
const stop = (): void => {
  console.log(JSON.stringify({ level: 30, msg: 'stopped' }));
  server.close(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('disconnect', stop);
