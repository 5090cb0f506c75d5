import type { FunctionNotes } from '../function-note.ts';

const ADDRESS = 'an IPv4 or IPv6 address as text';

/** Text that is no address is a faulty value, and so null. */
export const IP_NOTES: FunctionNotes = {
  ipInSubnet: {
    parameters: { ip: ADDRESS, ipPrefix: 'a network with its size: `10.0.0.0/8`, `2001:db8::/32`' },
    notes: ['Null where the address or the network cannot be read. An address of the other version is outside.'],
    examples: [
      "ipInSubnet('::1', '::/64')",
      "ipInSubnet('::1', '10.0.0.0/8')",
      "ipInSubnet('localhost', '10.0.0.0/8')",
    ],
    queries: ["filter ip != null | choose ip, ip.ipInSubnet('10.0.0.0/8') as inside"],
    see: ['ipInRange', 'ipPrefix'],
  },
  ipInRange: {
    parameters: { ip: ADDRESS, startIp: 'the first address of the range', endIp: 'the last one' },
    notes: ['Null where one of them cannot be read. Where the first lies above the last the range is empty.'],
    examples: ["ipInRange('1.1.1.9', '1.1.1.1', '1.1.1.9')", "ipInRange('x', '1.1.1.1', '1.1.1.9')"],
    see: ['ipInSubnet'],
  },
  ipPrefix: {
    parameters: { ip: ADDRESS, subnetSize: 'how many bits name the network: 0 to 32 of IPv4, 0 to 128 of IPv6' },
    notes: ['Null where the address cannot be read, or the size is larger than an IPv4 address has bits.'],
    examples: ["ipPrefix('2001:db8::1', 32)", "ipPrefix('192.168.7.9', 33)"],
    queries: ['filter ip != null | choose ip, ipPrefix(ip, 24) as network'],
    see: ['ipInSubnet'],
  },
};
