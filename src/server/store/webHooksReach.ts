import { BlockList, isIP } from 'node:net';
import { invalid } from './errors.ts';

/** Addresses that are not on the public internet, or that carry another address inside. */
const privateNets: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
  ['5f00::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const listOf = (nets: typeof privateNets) => {
  const list = new BlockList();
  for (const net of nets) list.addSubnet(...net);
  return list;
};

const privateAddresses = listOf(privateNets);
const loopbackAddresses = listOf([
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]);

/**
 * True when a web hook may connect to this IP address: it is public or, where `loopback` is allowed, this computer.
 * IPv4 addresses written as IPv6 count as what they are.
 */
export function isAllowedAddress(address: string, loopback: boolean): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0) return false;
  return (loopback && loopbackAddresses.check(address, family)) || !privateAddresses.check(address, family);
}

/** The IP address or name that a URL leads to, without what its notation adds. */
export const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();

const localNames = /(^|\.)localhost$/;
/** Names that only a private network knows. Where other names lead is looked at on every connection. */
const privateNames = /^[^.]+$|\.(local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Throws 422 when web hooks may not post to this URL, saying why. */
export function requireAllowedUrl(url: string, loopback: boolean): void {
  const { username, password } = new URL(url);
  if (username || password) throw invalid('Url', 'must not contain a login');
  const host = hostOf(url);
  if (localNames.test(host) || (isIP(host) > 0 && isAllowedAddress(host, true) && !isAllowedAddress(host, false))) {
    if (!loopback) throw invalid('Url', 'must not lead to the server itself');
  } else if (isIP(host) > 0 ? !isAllowedAddress(host, loopback) : privateNames.test(host)) {
    throw invalid('Url', 'must not lead to a private address');
  }
}
