/** The body as `multipart/form-data` if it carries a file, else undefined. Absent fields are left out. */
export function multipart(body: unknown): FormData | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = Object.entries(body);
  if (!fields.some(([, value]) => value instanceof Blob)) return undefined;
  const form = new FormData();
  for (const [name, value] of fields) {
    if (value instanceof Blob) form.append(name, value);
    else if (value instanceof Date) form.append(name, value.toISOString());
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}
