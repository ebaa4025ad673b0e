import { z } from 'zod';

/** The reply can't be what the contract says, even read kindly. `path` names the field. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(path: string, expected: string) {
    super(`${path || 'the reply'} is not ${expected}`);
  }
}

/**
 * Reads a reply of a service that may differ from its documentation: numbers as strings, missing nullable fields,
 * words no enum knows, phones with a plus, one object where a list was promised. Fields that the contract does not
 * name are dropped. Throws `Unreadable` only where nothing can stand for the field, as with an id.
 */
export function readLiberally<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  // The walk below builds what the schema describes; zod can't see that, so it is said here, once.
  return read(schema, value, '') as z.output<S>;
}

function read(schema: unknown, value: unknown, path: string): unknown {
  if (schema instanceof z.ZodNullable) return isAbsent(value) ? null : read(schema.unwrap(), value, path);
  if (schema instanceof z.ZodOptional) return isAbsent(value) ? undefined : read(schema.unwrap(), value, path);
  if (schema instanceof z.ZodDefault)
    return isAbsent(value) ? schema.parse(undefined) : read(schema.unwrap(), value, path);
  if (schema instanceof z.ZodObject) return readObject(schema, value, path);
  if (schema instanceof z.ZodArray) return readArray(schema, value, path);
  if (schema instanceof z.ZodNumber) return readNumber(value, path);
  if (schema instanceof z.ZodBoolean) return value === true || value === 1 || value === 'true' || value === '1';
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum) {
    return readText(schema, value, path);
  }
  if (!(schema instanceof z.ZodType)) throw new Unreadable(path, 'known');
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable(path, 'readable');
  return parsed.data;
}

const isAbsent = (value: unknown) => value === undefined || value === null;

function readObject(schema: z.ZodObject, value: unknown, path: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(path, 'an object');
  const given: Record<string, unknown> = { ...value };
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => [key, read(field, given[key], path ? `${path}.${key}` : key)]),
  );
}

function readArray(schema: z.ZodArray, value: unknown, path: string) {
  if (isAbsent(value)) return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item, index) => read(schema.element, item, `${path}[${index}]`));
}

function readNumber(value: unknown, path: string) {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new Unreadable(path, 'a number');
  return number;
}

/** Digits where the contract has bare digits; otherwise the text as it came. */
function readText(schema: z.ZodType, value: unknown, path: string) {
  if (isAbsent(value)) return '';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new Unreadable(path, 'text');
  }
  const text = String(value);
  const digits = text.replace(/\D/g, '');
  return !schema.safeParse(text).success && schema.safeParse(digits).success ? digits : text;
}
