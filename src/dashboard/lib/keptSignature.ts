/** What was read of an account's signature, and when (ms since 1970). */
export type KeptSignature = { account: number; content: string | null; at: number };

const NAME = 'switchboard:signature';

const isKept = (value: unknown): value is KeptSignature =>
  typeof value === 'object' &&
  value !== null &&
  'account' in value &&
  'at' in value &&
  typeof value.at === 'number' &&
  'content' in value &&
  (value.content === null || typeof value.content === 'string');

/** The signature this device has last read for the account; so the first text of a visit costs no request for it. */
export function keptSignature(account: number | undefined): KeptSignature | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    return isKept(kept) && kept.account === account ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepSignature(account: number | undefined, content: string | null): void {
  if (account === undefined) return;
  try {
    localStorage.setItem(NAME, JSON.stringify({ account, content, at: Date.now() } satisfies KeptSignature));
  } catch {
    // Without storage it is read again next time.
  }
}
