import { describe, expect, test } from 'vitest';
import { readConfig, WrongConfig } from './config.ts';

/** The lines that a start with this environment ends with. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof WrongConfig) return error.message;
    throw error;
  }
  return '';
}

test('without variables everything has its documented value', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    textusUrl: undefined,
    textusPort: 8081,
    dataDir: './data',
    databaseUrl: undefined,
    sessionSecret: undefined,
    publicUrl: undefined,
    rateLimitHour: 1000,
    broadcastIntervalS: 60,
    carrierDelayMs: 300,
    demo: true,
    seed: 500,
    simulator: true,
  });
});

test('every variable is read', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: 'localhost',
      TEXTUS_URL: 'https://app.textus.com/',
      TEXTUS_PORT: '0',
      DATA_DIR: '/var/lib/switchboard',
      DATABASE_URL: 'postgres://app:pw@db:5432/switchboard',
      SESSION_SECRET: 'x'.repeat(32),
      PUBLIC_URL: 'https://texts.example.test',
      RATE_LIMIT_HOUR: '0',
      BROADCAST_INTERVAL_S: '0',
      CARRIER_DELAY_MS: '0',
      DEMO: 'off',
      SEED: '0',
      SIMULATOR: 'off',
    }),
  ).toEqual({
    port: 0,
    host: 'localhost',
    textusUrl: 'https://app.textus.com',
    textusPort: 0,
    dataDir: '/var/lib/switchboard',
    databaseUrl: 'postgres://app:pw@db:5432/switchboard',
    sessionSecret: 'x'.repeat(32),
    publicUrl: 'https://texts.example.test',
    rateLimitHour: 0,
    broadcastIntervalS: 0,
    carrierDelayMs: 0,
    demo: false,
    seed: 0,
    simulator: false,
  });
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', TEXTUS_URL: ' ', DATABASE_URL: '' })).toEqual(readConfig({}));
});

describe('a wrong value ends the start with a line that names its variable', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80 80'],
    ['HOST', 'not a host'],
    ['TEXTUS_URL', 'app.textus.com'],
    ['TEXTUS_URL', 'https://app.textus.com/api'],
    ['TEXTUS_URL', 'https://user:pass@app.textus.com'],
    ['TEXTUS_URL', 'file:///etc/passwd'],
    ['TEXTUS_PORT', 'http'],
    ['TEXTUS_PORT', '8080'],
    ['DATA_DIR', 'a\0b'],
    ['DATABASE_URL', 'mysql://db/name'],
    ['SESSION_SECRET', 'short'],
    ['PUBLIC_URL', 'https://texts.example.test/?x'],
    ['PUBLIC_URL', 'http://texts.example.test'],
    ['RATE_LIMIT_HOUR', '1e3'],
    ['BROADCAST_INTERVAL_S', '1.5'],
    ['CARRIER_DELAY_MS', '60001'],
    ['DEMO', 'yes'],
    ['SEED', 'many'],
    ['SEED', '999999999'],
    ['SIMULATOR', 'true'],
  ])('%s=%j', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must [^\\n]+$`));
  });

  test('and all wrong ones are named at once', () => {
    expect(refusal({ PORT: 'x', SEED: 'y' }).split('\n')).toHaveLength(2);
  });

  test('which never repeats the value', () => {
    expect(refusal({ SESSION_SECRET: 'hunter2', DATABASE_URL: 'mysql://app:hunter2@db' })).not.toContain('hunter2');
  });
});

describe('on an address that others reach', () => {
  const open = { HOST: '0.0.0.0', PUBLIC_URL: 'https://texts.example.test' };

  test('the demo account has to be off', () => {
    expect(refusal(open)).toMatch(/^DEMO must be off/);
    expect(refusal({ ...open, DEMO: 'off' })).toBe('');
    expect(refusal({ ...open, TEXTUS_URL: 'https://app.textus.com' })).toBe('');
  });

  test('people have to come by https', () => {
    expect(refusal({ HOST: '192.168.1.5', DEMO: 'off' })).toMatch(/^PUBLIC_URL must be set/);
  });

  test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('%s is not one', (HOST) => {
    expect(refusal({ HOST })).toBe('');
  });
});
