/**
 * What a client or producer span calls beyond the services that send spans of their own: SQL over the columns of
 * `otel.spans`, by the semantic conventions and the names they had before.
 */
const attr = (...keys: readonly string[]): string =>
  `multiIf(${keys.map((key) => `attrs['${key}'] != '', attrs['${key}']`).join(', ')}, '')`;

/** `database`, `cache`, `queue` or `external`; empty where the span says nothing of it. */
const CACHES = "('redis', 'memcached', 'valkey', 'keydb', 'dragonfly', 'hazelcast', 'aerospike')";
const DATABASE_SYSTEM = attr('db.system.name', 'db.system');
const QUEUE_SYSTEM = attr('messaging.system');
const ADDRESS = attr('server.address', 'net.peer.name', 'http.host', 'network.peer.address', 'net.peer.ip');

/** The product behind a peer, such as `postgresql`; empty where it is not said. */
export const PEER_SYSTEM: string = `multiIf(${DATABASE_SYSTEM} != '', ${DATABASE_SYSTEM}, ${QUEUE_SYSTEM})`;

export const PEER_TYPE: string = `multiIf(${DATABASE_SYSTEM} IN ${CACHES}, 'cache', ${DATABASE_SYSTEM} != '', 'database', ${QUEUE_SYSTEM} != '', 'queue', ${attr('peer.service')} != '' OR ${ADDRESS} != '', 'external', '')`;

const firstOf = (...parts: readonly string[]): string =>
  `multiIf(${parts.map((part) => `${part} != '', ${part}`).join(', ')}, '')`;

/** The name of the peer: what people call it, before where it is. */
export const PEER_NAME: string = `multiIf(
  ${DATABASE_SYSTEM} != '', ${firstOf(attr('peer.service', 'db.namespace', 'db.name'), ADDRESS, DATABASE_SYSTEM)},
  ${QUEUE_SYSTEM} != '', ${firstOf(attr('messaging.destination.name', 'messaging.destination'), ADDRESS, QUEUE_SYSTEM)},
  ${firstOf(attr('peer.service'), ADDRESS)})`;
