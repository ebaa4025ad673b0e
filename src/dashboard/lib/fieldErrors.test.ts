import { expect, it } from 'vitest';
import { fieldErrors } from './fieldErrors.ts';

const labels = { phone: 'Phone', first_name: 'First name' };

it('puts every problem to the field it names', () => {
  const message = 'Validation failed: Phone has already been taken, First name is too long (maximum is 255, really)';
  expect(fieldErrors(message, labels)).toEqual({
    fields: { phone: 'Phone has already been taken.', first_name: 'First name is too long (maximum is 255, really).' },
    rest: null,
  });
});

it('keeps what names no field, and what is no validation at all', () => {
  expect(fieldErrors('Validation failed: Account is suspended', labels)).toEqual({
    fields: {},
    rest: 'Account is suspended',
  });
  expect(fieldErrors('The service could not be reached.', labels).rest).toBe('The service could not be reached.');
});
