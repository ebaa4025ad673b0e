import { z } from 'zod/mini';

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
export function readLiberally<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> {
  // The walk below builds what the schema describes; zod can't see that, so it is said here, once.
  return read(schema, value, '') as z.output<S>;
}

function read(schema: z.core.$ZodType, value: unknown, path: string): unknown {
  // Every schema is one of these; zod tells them apart by the definition's type.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'nullable':
      return isAbsent(value) ? null : read(def.innerType, value, path);
    case 'optional':
      return isAbsent(value) ? undefined : read(def.innerType, value, path);
    case 'default':
      return isAbsent(value) ? def.defaultValue : read(def.innerType, value, path);
    case 'object':
      return readObject(def.shape, value, path);
    case 'array':
      return readArray(def.element, value, path);
    case 'number':
      return readNumber(value, path);
    case 'boolean':
      return value === true || value === 1 || value === 'true' || value === '1';
    case 'string':
    case 'enum':
      return readText(schema, value, path);
    default: {
      const parsed = z.safeParse(schema, value);
      if (!parsed.success) throw new Unreadable(path, 'readable');
      return parsed.data;
    }
  }
}

const isAbsent = (value: unknown) => value === undefined || value === null;

function readObject(shape: z.core.$ZodShape, value: unknown, path: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(path, 'an object');
  const given: Record<string, unknown> = { ...value };
  return Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [key, read(field, given[key], path ? `${path}.${key}` : key)]),
  );
}

function readArray(element: z.core.$ZodType, value: unknown, path: string) {
  if (isAbsent(value)) return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item, index) => read(element, item, `${path}[${index}]`));
}

function readNumber(value: unknown, path: string) {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new Unreadable(path, 'a number');
  return number;
}

/** Digits where the contract has bare digits; otherwise the text as it came. */
function readText(schema: z.core.$ZodType, value: unknown, path: string) {
  if (isAbsent(value)) return '';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new Unreadable(path, 'text');
  }
  const text = String(value);
  const digits = text.replace(/\D/g, '');
  return !z.safeParse(schema, text).success && z.safeParse(schema, digits).success ? digits : text;
}
