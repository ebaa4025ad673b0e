import { describe, expect, it } from 'vitest';
import { lineTypeOf, parsePhone, phoneDigitsIn } from './phone.ts';

describe('a phone number', () => {
  it.each([
    ['3035550142', undefined, '13035550142', 'US'],
    ['1 (303) 555-0142', undefined, '13035550142', 'US'],
    ['4915112345678', 'DE', '4915112345678', 'DE'],
    ['0151 12345678', 'DE', '4915112345678', 'DE'],
    ['47123456', 'NO', '4747123456', 'NO'],
    ['+1 416 555 0142', undefined, '14165550142', 'CA'],
    ['+1 416 555 0142', 'US', '14165550142', 'US'],
    ['+44 20 7946 0958', 'US', '442079460958', 'GB'],
    ['020 7946 0958', 'GB', '442079460958', 'GB'],
    ['442079460958', undefined, '442079460958', 'GB'],
    ['+15551230001', undefined, '15551230001', 'US'],
    ['+61 491 570 006', undefined, '61491570006', 'AU'],
  ])('reads %j with country %s', (text, given, phone, country) => {
    expect(parsePhone(text, given, 'US')).toEqual({ phone, country });
  });

  it('reads back every number that it answers', () => {
    for (const text of ['+13035550142', '+442079460958', '+61491570006', '+4915112345678', '+5511987654321']) {
      const { phone, country } = parsePhone(text, undefined, 'US');
      expect(parsePhone(phone, country, 'US')).toEqual({ phone, country });
    }
  });

  it.each(['', 'x', '911', '5550142', '303 555 0142 x5', '++13035550142', '+999123456789', '0'.repeat(64)])(
    'is not %j',
    (text) => expect(() => parsePhone(text, undefined, 'US')).toThrow('Validation failed: Phone is invalid'),
  );

  it('has a country that exists', () => {
    expect(() => parsePhone('3035550142', 'ZZ', 'US')).toThrow(
      'Validation failed: Country is not a known country code',
    );
  });

  it('that ends in 9999 is a landline of the simulated network', () => {
    expect([lineTypeOf('13035559999'), lineTypeOf('13035550142')]).toEqual(['landline', null]);
  });

  it('is recognised in a search, with a trunk zero left out', () => {
    expect(['(303) 555', '+1', '020 7946', '1.2/3-4', '24/7 gym', '()', ''].map(phoneDigitsIn)).toEqual([
      '303555',
      '1',
      '207946',
      '1234',
      null,
      null,
      null,
    ]);
  });
});
