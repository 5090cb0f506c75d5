import { all, call, iff, infix, plain, SQL_NULL, str, wholeNumber } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { BOOL, NUMBER, STRING } from '../types/type.ts';
import { define, param } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

const ip = define('ip');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
const isIp = (text: SqlExpr): SqlExpr => infix('OR', call('isIPv4String', text), call('isIPv6String', text));

/** The engine throws on malformed addresses, so malformed ones are replaced before the call and yield null. */
const inSubnet = (c: LowerCall): SqlExpr => {
  const [address, prefix] = [arg(c, 0), arg(c, 1)];
  const parts = call('splitByChar', str('/'), prefix);
  const network = call('arrayElement', parts, plain(1));
  const bits = call('toUInt8OrNull', call('arrayElement', parts, plain(2)));
  const sound = call(
    'ifNull',
    all([
      infix('=', call('length', parts), plain(2)),
      isIp(network),
      infix('<=', bits, iff(call('isIPv4String', network), plain(32), plain(128))),
    ]),
    { kind: 'bool', value: false },
  );
  const test = call(
    'isIPAddressInRange',
    iff(isIp(address), address, str('0.0.0.0')),
    iff(sound, prefix, str('255.255.255.255/32')),
  );
  return iff(infix('AND', isIp(address), sound), test, SQL_NULL);
};

const inRange = (c: LowerCall): SqlExpr => {
  const [address, from, to] = [0, 1, 2].map((index) => call('toIPv6OrNull', arg(c, index))) as [
    SqlExpr,
    SqlExpr,
    SqlExpr,
  ];
  return infix('AND', infix('>=', address, from), infix('<=', address, to));
};

const prefix = (c: LowerCall): SqlExpr => {
  const [address, bits] = [arg(c, 0), wholeNumber(arg(c, 1))];
  const size = call('toUInt8', call('least', call('greatest', bits, plain(0)), plain(128)));
  const upTo = (most: number): SqlExpr =>
    infix('AND', infix('>=', arg(c, 1), plain(0)), infix('<=', arg(c, 1), plain(most)));
  const text = (network: SqlExpr): SqlExpr =>
    call('concat', call('toString', call('tupleElement', network, plain(1))), str('/'), call('toString', size));
  const four = call(
    'IPv4CIDRToRange',
    call('toIPv4OrDefault', address),
    call('least', size, call('toUInt8', plain(32))),
  );
  const six = call('IPv6CIDRToRange', call('toIPv6OrDefault', address), size);
  return call(
    'multiIf',
    infix('AND', call('isIPv4String', address), upTo(32)),
    text(four),
    infix('AND', call('isIPv6String', address), upTo(128)),
    text(six),
    SQL_NULL,
  );
};

/** IP functions of §6.5; IPv4 and IPv6. A text that is no address gives null. */
export const IP_FUNCTIONS: readonly FunctionDef[] = [
  ip(
    'ipInSubnet',
    [param('ip', STRING), param('ipPrefix', STRING)],
    BOOL,
    'Whether the address lies in a CIDR block.',
    ["ipInSubnet('10.1.2.3', '10.0.0.0/8')", true],
    inSubnet,
    { nulls: 'strict' },
  ),
  ip(
    'ipInRange',
    [param('ip', STRING), param('startIp', STRING), param('endIp', STRING)],
    BOOL,
    'Whether the address lies between two others, both included.',
    ["ipInRange('1.1.1.5', '1.1.1.1', '1.1.1.9')", true],
    inRange,
    { nulls: 'strict' },
  ),
  ip(
    'ipPrefix',
    [param('ip', STRING), param('subnetSize', NUMBER)],
    STRING,
    'The network of the address, as network/size.',
    ["ipPrefix('192.168.7.9', 16)", '192.168.0.0/16'],
    prefix,
    { nulls: 'strict' },
  ),
];
