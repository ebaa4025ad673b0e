import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { everyOperation } from './api.ts';
import samples from './samples.json' with { type: 'json' };
import { strict } from './testing.ts';

const sampleOf = new Map<string, unknown>(Object.entries(samples));

describe('the reference’s samples', () => {
  it('are there for every operation and for nothing else', () => {
    expect([...sampleOf.keys()].toSorted()).toEqual(everyOperation.map(({ name }) => name).toSorted());
  });

  it.each(everyOperation.map(({ name, operation }) => [name, operation] as const))(
    'of %s is what its schema reads and writes, no field more or less',
    (name, { reply }) => {
      const sample = sampleOf.get(name);
      expect(strict(reply).parse(structuredClone(sample))).toEqual(sample);
      const [first] = Array.isArray(sample) ? (sample as unknown[]) : [sample];
      const read = strict(reply instanceof z.ZodMiniArray ? reply._zod.def.element : reply);
      if (typeof first !== 'object' || first === null) return;
      for (const field of Object.keys(first)) {
        const { [field as never]: _left, ...rest } = first;
        expect([field, read.safeParse(rest).success]).toEqual([field, false]);
      }
    },
  );
});
