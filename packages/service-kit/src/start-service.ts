import type { AddressInfo } from 'node:net';
import { isTelemetryStarted, startTelemetry, telemetrySettings } from '@clearspan/instrumentation';
import { isLoopback } from './config.ts';
import { createApp } from './create-app.ts';
import { createLogger } from './logger.ts';
import type { ServiceApp } from './service-app.ts';
import { stopOnSignals } from './shutdown.ts';
import { writeLines } from './standard-output.ts';
import { areReady, type ReadinessCheck, systemRoutes } from './system-routes.ts';

export interface ServiceSettings {
  /** `service.name` */
  readonly name: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Adds the routes. */
  register(app: ServiceApp): Promise<void> | void;
  readonly ready?: readonly ReadinessCheck[];
  /** Closes what the service holds open, after the last request was answered. */
  close?(): Promise<void> | void;
  readonly bodyBytesMax?: number;
  /** How long a request may take; a route may set its own by `config.requestMs`. */
  readonly requestMs?: number;
  /** The least severe lines to write; `info` without it. */
  readonly logLevel?: string;
}

export interface RunningService {
  readonly url: string;
  readonly app: ServiceApp;
  /** Finishes requests under way, at most three seconds, then closes what the service holds open. */
  stop(): Promise<void>;
}

const BODY_BYTES_MAX = 2_097_152;
const REQUEST_MS = 30_000;
/** Answers under way get this long at a stop, what the service holds open gets the rest. */
const FINISH_MS = 3_000;
const CLOSE_MS = 700;
const READY_POLL_MS = 50;

/** Waits for `work`, at most `ms`; says whether it ended. An error of it is passed on. */
const within = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(late.resolve, ms, false);
  return Promise.race([work.then(() => true), late.promise]).finally(() => clearTimeout(timer));
};

const stopOnce = (app: ServiceApp, settings: ServiceSettings, drain: () => void): (() => Promise<void>) => {
  let stopped: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    drain();
    const closed = app.close();
    if (!(await within(closed, FINISH_MS))) app.server.closeAllConnections();
    await within(Promise.resolve(settings.close?.()), CLOSE_MS);
  };
  return () => {
    stopped ??= run();
    return stopped;
  };
};

/** Tells the process that started this one, once the checks pass. */
const announce = async (settings: ServiceSettings, url: string, draining: () => boolean): Promise<void> => {
  if (!process.send) return;
  while (!draining()) {
    if (await areReady(settings.ready ?? [])) {
      // What it said at its start is read first.
      writeLines();
      if (process.connected) process.send({ kind: 'ready', name: settings.name, url });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS).unref());
  }
};

/**
 * Runs a service: server, telemetry, health, metrics, problems and a clean end. Resolves once it listens. A process
 * that was started without the telemetry import still has trace ids and metrics; it only sends nothing.
 */
export const startService = async (settings: ServiceSettings): Promise<RunningService> => {
  const { name, host, port } = settings;
  if (!isLoopback(host)) throw new Error(`HOST: expected a loopback address, found ${host}`);
  if (!isTelemetryStarted()) {
    startTelemetry({ ...telemetrySettings(process.env).settings, serviceName: name, targets: [] });
  }
  const logger = createLogger(name, settings.logLevel);
  const { bodyBytesMax = BODY_BYTES_MAX, requestMs = REQUEST_MS } = settings;
  const app = createApp(logger, { bodyBytesMax, requestMs });
  let draining = false;
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that is kept for a next request would keep the server from closing.
    if (draining) reply.header('connection', 'close');
    done(null, payload);
  });
  systemRoutes(app, { name, checks: settings.ready ?? [], draining: () => draining });
  await settings.register(app);
  await app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(app.server.address() as AddressInfo).port}`;
  const stopService = stopOnce(app, settings, () => {
    draining = true;
  });
  const forget = stopOnSignals(stopService, logger);
  void announce(settings, url, () => draining);
  return { url, app, stop: () => stopService().finally(forget) };
};
