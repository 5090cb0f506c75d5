import { once } from 'node:events';
import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { OtlpServer, OtlpServerOptions } from '../otlp-server.ts';
import { serverUrl } from '../server-url.ts';
import { answerCall } from './export-call.ts';

/** What one client may hold of the server, apart from bodies. */
export interface GrpcLimits {
  /** Connections at once; further ones are closed. */
  readonly sessionsMax: number;
  /** Calls at once on one connection; further ones wait in the client. */
  readonly streamsMax: number;
  /** Headers of one call, names and values together. */
  readonly headerBytesMax: number;
  /** What a client may send ahead, of one call and on one connection. */
  readonly windowBytes: number;
  /** A connection on which nothing happens for this long is closed. */
  readonly idleMs: number;
  /** Calls under way may end within this time once their connection is being closed. */
  readonly closeMs: number;
}

export interface GrpcServerOptions extends OtlpServerOptions, GrpcLimits {}

/** No more calls on this connection; those under way may end, within bounds. */
const endSession = (session: ServerHttp2Session, closeMs: number): void => {
  if (session.destroyed) return;
  const timer = setTimeout(() => session.destroy(), closeMs);
  session.once('close', () => clearTimeout(timer));
  session.close();
};

/** A client that does not end its half of a connection once this one has ended is not waited for. */
const watchSockets = (server: Http2Server, closeMs: number): void => {
  server.on('connection', (socket: Socket) => {
    socket.once('finish', () => {
      const timer = setTimeout(() => socket.destroy(), closeMs);
      socket.once('close', () => clearTimeout(timer));
    });
  });
};

/** Keeps the sessions of a server; the function that it returns ends all of them. */
const watchSessions = (server: Http2Server, options: GrpcServerOptions): (() => Promise<void>) => {
  const { requestMs, idleMs, windowBytes, closeMs } = options;
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
    session.setLocalWindowSize(windowBytes);
    // A client that has connected says so at once; only then it may be quiet.
    session.setTimeout(requestMs);
    session.once('remoteSettings', () => session.setTimeout(idleMs));
    session.on('timeout', () => endSession(session, closeMs));
  });
  return async () => {
    const closed = [...sessions].map((session) => once(session, 'close'));
    for (const session of sessions) endSession(session, closeMs);
    await Promise.all(closed);
  };
};

/**
 * OTLP over gRPC, without TLS: unary calls on HTTP/2, framed here. Like the one over HTTP it leaves no spans and no logs of
 * its own about what it takes in.
 */
export const startGrpcServer = async (options: GrpcServerOptions): Promise<OtlpServer> => {
  const server = createServer({
    settings: {
      initialWindowSize: options.windowBytes,
      maxConcurrentStreams: options.streamsMax,
      maxHeaderListSize: options.headerBytesMax,
      enablePush: false,
    },
  });
  server.maxConnections = options.sessionsMax;
  watchSockets(server, options.closeMs);
  const endSessions = watchSessions(server, options);
  const underWay = new Set<Promise<void>>();
  server.on('stream', (stream, headers) => {
    // It is reported by `close`, too, which is what is listened to.
    stream.on('error', () => {});
    const call = answerCall(stream, headers, options)
      .catch((error: unknown) => {
        options.log.error({ err: error }, 'an export request failed');
        stream.destroy();
      })
      .finally(() => underWay.delete(call));
    underWay.add(call);
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: serverUrl(server, options.host),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await endSessions();
      // A call whose client is gone may still be writing what it has received.
      await Promise.all(underWay);
      await closed;
    },
  };
};
