import { createMiddleware } from 'hono/factory';
import { lastAsked } from './lastAsked.ts';

/** True for names and addresses that only this machine reaches. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

/** `name` of `name:8080`, `[::1]` of `[::1]:8080`, in lower case. */
export const hostname = (host: string) => host.replace(/:\d*$/, '').toLowerCase();

/** Under which names this installation is reached. */
export type Reach = { host: string; publicUrl?: string | undefined };

/** The origin that pages of ours have when they are asked for under `host`, the request's Host header. */
export function ownOrigin(host: string, { publicUrl }: Reach): string {
  const outside = publicUrl ? new URL(publicUrl) : undefined;
  return outside?.host === host.toLowerCase() ? outside.origin : `http://${host.toLowerCase()}`;
}

/**
 * Answers 421 to a request for another host, so that a foreign name that was pointed at this machine (DNS rebinding)
 * reaches nothing. Ports are free: a tunnel may change them.
 */
export function onlyOwnHosts(reach: Reach) {
  const isOwn = isOwnHost(reach);
  return createMiddleware(async (c, next) => (isOwn(c.req.header('Host') ?? '') ? next() : c.json(elsewhere, 421)));
}

export const elsewhere = { error: 'This host is not served here. Set PUBLIC_URL to the origin people open.' };

/** Whether a Host header names this installation. */
export function isOwnHost({ host, publicUrl }: Reach) {
  const own = new Set([host.toLowerCase(), ...(publicUrl ? [new URL(publicUrl).hostname] : [])]);
  return lastAsked((header) => {
    const asked = hostname(header);
    return isLoopback(asked) || own.has(asked);
  });
}
