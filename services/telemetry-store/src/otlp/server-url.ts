import type { AddressInfo, Server } from 'node:net';

/** Where a server that listens is found. */
export const serverUrl = (server: Pick<Server, 'address'>, host: string): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
