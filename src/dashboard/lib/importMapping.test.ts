import { expect, test } from 'vitest';
import { guessMapping, leftToTheService } from './importMapping.ts';
import { prepare } from './importRows.ts';

const columns = ['First name', 'Phone', 'Opted out', 'Type', 'Added', 'Id'];
const cells = ['Dana', '+13035550142', 'yes', 'mobile', '2026-11-24T12:00:00Z', '104512345'];

test('an exported file is read with who opted out, and without what the service sets', () => {
  const mapping = guessMapping(columns, [cells]);
  expect(mapping).toEqual({ first_name: 0, phone: 1, opted_out: 2 });
  expect(leftToTheService(columns, mapping)).toEqual(['Type', 'Added', 'Id']);
  const others = cells.with(1, '+13035550143').with(2, '');
  const { rows, optedOut } = prepare(
    [
      { n: 2, cells },
      { n: 3, cells: others },
    ],
    mapping,
    'US',
  );
  expect(rows.map(({ opted_out }) => opted_out)).toEqual([true, undefined]);
  expect(optedOut).toBe(1);
});
