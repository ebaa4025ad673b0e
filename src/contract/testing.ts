import { z } from 'zod/mini';

/** `schema`, refusing fields that it does not have. */
export function strict<Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
): z.ZodMiniObject<Shape, z.core.$strict>;
export function strict(schema: z.core.$ZodType): z.ZodMiniType;
export function strict(schema: z.core.$ZodType) {
  if (schema instanceof z.ZodMiniArray) return z.array(strict(schema._zod.def.element));
  return schema instanceof z.ZodMiniObject ? z.strictObject(schema.shape) : schema;
}
