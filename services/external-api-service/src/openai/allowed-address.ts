import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopback } from '@clearspan/service-kit';

/** Networks that are no part of the internet: this machine, its neighbours, and where clouds keep their secrets. */
const NETWORKS: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];
const NETWORKS_V6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [network, prefix] of NETWORKS) blocked.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NETWORKS_V6) blocked.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one of the internet. IPv4 written as IPv6 is seen through. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return false;
  return !blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** What is wrong with the address of an endpoint; null when it may be called. `allowed`: hosts the administrator named. */
export const addressProblem = (address: string, allowed: readonly string[]): string | null => {
  const url = new URL(address);
  if (url.username || url.password || url.search || url.hash)
    return 'expected an address without user, query and fragment';
  const host = hostOf(url);
  if (allowed.includes(host) || isLoopback(host)) return null;
  if (url.protocol !== 'https:') return 'expected https, a loopback host or a host of MODEL_ALLOWED_HOSTS';
  if (isIP(host) > 0 && !isPublicAddress(host))
    return 'expected a public address, a loopback host or a host of MODEL_ALLOWED_HOSTS';
  return null;
};

/**
 * Resolves names, and gives none of the addresses that a public name has no business to have: the name is the
 * administrator's choice, what it resolves to is not.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const addresses = found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (first === undefined || addresses.length < found.length) {
      return callback(new Error('the model endpoint resolves to an address that is not public'), '', 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
