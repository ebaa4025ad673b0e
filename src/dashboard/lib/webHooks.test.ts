import { describe, expect, it } from 'vitest';
import { hookAddressProblem, hookAddressWarning, hookName } from './hookAddress.ts';
import { checkSignature } from './hookSignature.ts';
import { jsonTokens, setOut } from './json.ts';

describe('the address of a web hook', () => {
  it.each([
    ['', /Type the address/],
    ['example.com/hook', /Begin with https/],
    ['https://', /no complete address/],
    ['ftp://example.com', /Only https/],
    ['javascript:alert(1)', /Only https/],
    ['https://me:secret@example.com', /login/],
    ['https://10.0.0.7/in', /private network/],
    ['https://intranet/in', /private network/],
    ['https://a b.example', /no spaces/],
    ['http://localhost:3000', /own computer/],
    [`https://example.com/${'a'.repeat(3_000)}`, /Too long/],
  ])('%s is refused with a reason', (text, reason) => {
    expect(hookAddressProblem(text, { loopback: false })).toMatch(reason);
  });

  it('may be any public one, and this computer where the service runs here', () => {
    expect(hookAddressProblem('https://example.com/in?a=1', { loopback: false })).toBeNull();
    expect(hookAddressProblem('http://127.0.0.1:9000/in', { loopback: true })).toBeNull();
    expect(hookAddressWarning('http://example.com')).toMatch(/Prefer https/);
    expect(hookAddressWarning('http://127.0.0.1:9000')).toBeNull();
    expect(hookName('https://www.example.com/in')).toBe('example.com');
  });
});

describe('checking a signature', () => {
  const body = '{"message":{"content":"Grüße 👋"}}';
  const secret = 'a secret';
  const hex = '4211a8a69a77bfdcaba42b87bd9d71724b445455f2b82791d3da50148cd95eb7';
  const base64 = 'QhGoppp3v9yrpCuHvZ1xcktEVFXyuCeR09pQFIzZXrc=';

  it.each([hex, hex.toUpperCase(), `sha256=${hex}`, base64])('takes %s', async (given) =>
    expect((await checkSignature(body, secret, given)).verdict).toBe('fits'),
  );

  it('sees one changed letter, and an absent signature', async () => {
    expect(await checkSignature(`${body} `, secret, hex)).toMatchObject({ verdict: 'does not fit' });
    expect((await checkSignature(body, 'another', hex)).verdict).toBe('does not fit');
    expect(await checkSignature(body, secret, ' ')).toEqual({ verdict: 'no signature', expected: hex });
  });
});

describe('setting JSON out', () => {
  it('loses no character and tells keys from strings', () => {
    const text = setOut('{"a":[1,-2.5e3,true,null],"b\\"":"x: {y}"}');
    const tokens = jsonTokens(text);
    expect(tokens?.map((token) => token.text).join('')).toBe(text);
    expect(tokens?.filter(({ kind }) => kind === 'key').map((token) => token.text)).toEqual(['"a"', '"b\\""']);
    expect(tokens?.find(({ kind }) => kind === 'string')?.text).toBe('"x: {y}"');
  });

  it('leaves alone what is no JSON', () => {
    expect(setOut('<b>no</b>')).toBe('<b>no</b>');
    expect(jsonTokens('<b>no</b>')).toBeNull();
  });
});
