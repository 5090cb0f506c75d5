import { connect, type Socket } from 'node:net';

/** HTTP/2 by hand, for what no client would send. */
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
export const FRAME = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goAway: 7, continuation: 9 } as const;
export const END_STREAM = 1;
export const END_HEADERS = 4;

export const frame = (type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.byteLength, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** Each a literal that no table has, of at most 126 bytes. */
export const headerBlock = (headers: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat(
    Object.entries(headers).flatMap(([name, value]) => [
      Buffer.from([0, name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]),
  );

/** A connection on which the preface and empty settings are sent. */
export const openRaw = (url: string): Socket => {
  const socket = openSilent(url);
  socket.write(Buffer.concat([Buffer.from(PREFACE), frame(FRAME.settings, 0, 0)]));
  return socket;
};

/** A connection on which nothing is sent, and whose half is never ended. */
export const openSilent = (url: string): Socket => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  // A reset is one of the ways in which a server may end it.
  socket.on('error', () => {});
  socket.resume();
  return socket;
};

/** Resolves when a frame of the type has come; they come whole, since nothing else is under way. */
export const frameOf = (socket: Socket, type: number): Promise<void> =>
  new Promise((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      for (let at = 0; at + 9 <= chunk.length; at += 9 + chunk.readUIntBE(at, 3)) if (chunk[at + 3] === type) resolve();
    });
  });

/** Resolves when the server has ended its half, one way or the other. */
export const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('end', () => resolve());
    socket.on('close', () => resolve());
  });
