import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyOperation } from './api.ts';
import samples from './samples.json' with { type: 'json' };

const sampleOf = new Map<string, unknown>(Object.entries(samples));

/** `schema`, refusing fields that it does not have. */
function strict(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodArray) return z.array(strict(schema.element as z.ZodType));
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}

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
      const read = strict(reply instanceof z.ZodArray ? (reply.element as z.ZodType) : reply);
      if (typeof first !== 'object' || first === null) return;
      for (const field of Object.keys(first)) {
        const { [field as never]: _left, ...rest } = first;
        expect([field, read.safeParse(rest).success]).toEqual([field, false]);
      }
    },
  );
});
