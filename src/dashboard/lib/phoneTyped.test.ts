import { expect, it } from 'vitest';
import { countries, typedPhone } from './phoneTyped.ts';

it.each([
  ['(303) 555-0142', 'US'],
  ['303.555.0142', 'US'],
  ['13035550142', 'US'],
  ['+1 303 555 0142', 'GB'],
])('reads %s typed in %s', (text, country) => {
  expect(typedPhone(text, country)).toEqual({
    reaches: '+1 303 555 0142, United States',
    digits: '13035550142',
    country: 'US',
  });
});

it('reads a number of the chosen country', () => {
  expect(typedPhone('020 7946 0958', 'GB')).toMatchObject({ digits: '442079460958' });
});

it('says why a number reaches nobody, and nothing while none is typed', () => {
  expect(typedPhone('303 555', 'US')).toEqual({ problem: 'Too short for a number in United States.' });
  expect(typedPhone('call me', 'US')).toMatchObject({ problem: expect.stringContaining('digits only') });
  expect(typedPhone(' ', 'US')).toBeNull();
});

it('knows the countries by name', () => {
  expect(countries()).toContainEqual({ value: 'US', label: 'United States +1' });
});
