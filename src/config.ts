import { z } from 'zod';
import { isLoopback } from '#gateway/hosts.ts';

/** A variable of the environment has a wrong value; the message is a line that names it. */
export class WrongConfig extends Error {
  override name = 'WrongConfig';
}

export type Config = {
  port: number;
  host: string;
  /** Origin of the hosted API; undefined: this installation serves the API itself. */
  textusUrl: string | undefined;
  textusPort: number;
  dataDir: string;
  databaseUrl: string | undefined;
  sessionSecret: string | undefined;
  publicUrl: string | undefined;
  rateLimitHour: number;
  broadcastIntervalS: number;
  carrierDelayMs: number;
  demo: boolean;
  seed: number;
  simulator: boolean;
};

const whole = (what: string, max: number, preset: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, what)
    .transform(Number)
    .refine((n) => n <= max, what)
    .default(preset);
const port = (preset: number) => whole('must be a port from 0 (any free one) to 65535', 65_535, preset);
const atLeastZero = (what: string, max: number, preset: number) =>
  whole(`must be ${what}, a whole number from 0 to ${max}`, max, preset);
const onUnlessOff = z
  .enum(['on', 'off'], { error: 'must be on or off' })
  .default('on')
  .transform((text) => text === 'on');

/** `https://app.textus.com`, without path, query or credentials. */
const origin = (what: string) =>
  z
    .string()
    .refine(
      (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`,
      what,
    )
    .transform((text) => new URL(text).origin);

const Variables = z.object({
  PORT: port(8080),
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.hostname()], { error: 'must be an IP address or a host name' })
    .default('127.0.0.1'),
  TEXTUS_URL: origin('must be the origin of the API, such as https://app.textus.com').optional(),
  TEXTUS_PORT: port(8081),
  DATA_DIR: z
    .string()
    .regex(/^\P{Cc}+$/u, 'must be the path of a folder')
    .default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL URL: postgres://user:password@host:5432/name' })
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  PUBLIC_URL: origin('must be the origin under which people and TextUs reach this installation').optional(),
  RATE_LIMIT_HOUR: atLeastZero('the requests a user may make in an hour', 100_000_000, 1_000),
  BROADCAST_INTERVAL_S: atLeastZero('the seconds between two broadcasts of an account', 86_400, 60),
  CARRIER_DELAY_MS: atLeastZero('the milliseconds until the simulated carrier reports', 60_000, 300),
  DEMO: onUnlessOff,
  SEED: atLeastZero('the number of demo contacts', 200_000, 500),
  SIMULATOR: onUnlessOff,
});

/**
 * Reads the configuration from the environment; an empty variable counts as unset. Throws `WrongConfig` with one line
 * for each wrong value. Values are never repeated, they may be secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Variables.safeParse(given);
  if (!read.success) {
    throw new WrongConfig(read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join('\n'));
  }
  const config = named(read.data);
  checkReach(config);
  return config;
}

const named = (v: z.output<typeof Variables>): Config => ({
  port: v.PORT,
  host: v.HOST,
  textusUrl: v.TEXTUS_URL,
  textusPort: v.TEXTUS_PORT,
  dataDir: v.DATA_DIR,
  databaseUrl: v.DATABASE_URL,
  sessionSecret: v.SESSION_SECRET,
  publicUrl: v.PUBLIC_URL,
  rateLimitHour: v.RATE_LIMIT_HOUR,
  broadcastIntervalS: v.BROADCAST_INTERVAL_S,
  carrierDelayMs: v.CARRIER_DELAY_MS,
  demo: v.DEMO,
  seed: v.SEED,
  simulator: v.SIMULATOR,
});

/** What is safe on one machine is not on a network: a known password, and cookies that travel in clear. */
function checkReach({ host, port: own, publicUrl, textusUrl, textusPort, demo }: Config) {
  const reached = publicUrl ? new URL(publicUrl) : undefined;
  if (reached?.protocol === 'http:' && !isLoopback(reached.hostname)) {
    throw new WrongConfig('PUBLIC_URL must begin with https:// unless it names this machine');
  }
  if (!textusUrl && own === textusPort && own !== 0) {
    throw new WrongConfig('TEXTUS_PORT must differ from PORT');
  }
  if (isLoopback(host)) return;
  if (demo && !textusUrl) {
    throw new WrongConfig('DEMO must be off while HOST is not a loopback address: everyone knows its password');
  }
  if (!publicUrl) {
    throw new WrongConfig(
      'PUBLIC_URL must be set to the https:// origin people open while HOST is not a loopback address',
    );
  }
}
