import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { OtlpServer, OtlpServerOptions } from '../otlp-server.ts';
import { refusalOutcome } from '../outcome.ts';
import { serverUrl } from '../server-url.ts';
import { type Client, type Export, type Taken, takeExport } from '../take-export.ts';
import { answerDelivery, type HttpAnswer, refusalAnswer, sendAnswer, unsupportedAnswer } from './http-answer.ts';
import { type RefusedRequest, readHttpRequest } from './http-request.ts';
import { readBody } from './read-body.ts';

const refuseRequest = (request: IncomingMessage, response: ServerResponse, refused: RefusedRequest): void => {
  const encoding = /protobuf/.test(request.headers['content-type'] ?? '') ? 'protobuf' : 'json';
  sendAnswer(response, encoding, unsupportedAnswer(encoding, refused));
};

/** Reads a body while there is room for it, and takes it. */
const receive = async (
  request: IncomingMessage,
  asked: Export,
  options: OtlpServerOptions,
  client: Client,
): Promise<Taken> => {
  const { bodyBytesMax, receiving } = options;
  // Without a length the most it can be is counted.
  const expected = Math.min(Number(request.headers['content-length'] ?? bodyBytesMax), bodyBytesMax);
  if (!receiving.enter(expected)) {
    request.resume();
    return { kind: 'refused', why: 'crowded', message: 'too many bodies are being received at once' };
  }
  try {
    const body = await readBody(request, bodyBytesMax);
    if (body.kind === 'cut') return body;
    if (body.kind === 'body') return await takeExport(asked, body.bytes, options, client);
    const message = `expected a body of at most ${bodyBytesMax} bytes, found more`;
    return { kind: 'refused', why: 'too-large', message };
  } finally {
    receiving.leave(expected);
  }
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const createHandler = (options: OtlpServerOptions): Handler => {
  const { onReceived } = options;
  return async (request, response) => {
    const asked = readHttpRequest(request);
    if (asked.kind === 'refused') {
      if (asked.signal) onReceived(asked.signal, 'unsupported', 0);
      refuseRequest(request, response, asked);
      return;
    }
    const { signal, encoding } = asked;
    const send = (answer: HttpAnswer): void => sendAnswer(response, encoding, answer);
    const taken = await receive(request, asked, options, { delivered: answerDelivery(response) });
    // A client that went away in the meantime is noticed before the answer counts as delivered.
    await turn();
    switch (taken.kind) {
      case 'kept':
        onReceived(signal, taken.outcome, taken.accepted);
        send({ status: 200, body: taken.response });
        return;
      case 'refused':
        onReceived(signal, refusalOutcome(taken.why), 0);
        send(refusalAnswer(encoding, taken.why, taken.message));
        return;
      case 'cut':
        onReceived(signal, 'cut', 0);
        return;
    }
  };
};

/**
 * OTLP over HTTP. It leaves no spans and no logs of its own about what it takes in: those would come back as telemetry,
 * without end.
 */
export const startHttpServer = async (options: OtlpServerOptions): Promise<OtlpServer> => {
  const handle = createHandler(options);
  const timeouts = { requestTimeout: options.requestMs, headersTimeout: options.requestMs };
  const server = createServer(timeouts, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log.error({ err: error }, 'an export request failed');
      response.destroy();
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: serverUrl(server, options.host),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
};
