import { expect, test } from 'vitest';
import { meantBy, stretchesOf, unknownFields } from './fieldsUnknown.ts';

test('known fields are told from those that go out as typed, and no letter is lost', () => {
  const text =
    'Hi {{contact.first_name}}, {{contact.fist_name}} {{ contact.last_name }} {{name}} {{contact.last_name} {{';
  expect(unknownFields(text)).toEqual(['{{contact.fist_name}}', '{{name}}', '{{contact.last_name}', '{{']);
  expect(
    stretchesOf(text)
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
});

test('what was probably meant is offered, and nothing where nothing is near', () => {
  expect(meantBy('{{contact.fist_name}}')?.label).toBe('First name');
  expect(meantBy('{{FirstName}}')?.label).toBe('First name');
  expect(meantBy('{{contact.busines_name}')?.label).toBe('Business name');
  expect(meantBy('{{salary}}')).toBeUndefined();
  expect(meantBy(`{{${'x'.repeat(10_000)}}}`)).toBeUndefined();
});
