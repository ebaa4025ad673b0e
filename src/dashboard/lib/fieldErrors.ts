/**
 * Sorts a refusal such as `Validation failed: Phone has already been taken, First name is too long` by the fields it
 * names. `labels` gives each field's name as the service writes it; what fits none of them comes back as `rest`.
 */
export function fieldErrors<Field extends string>(message: string, labels: Readonly<Record<Field, string>>) {
  const fields: Partial<Record<Field, string>> = {};
  const rest: string[] = [];
  const names = Object.entries<string>(labels) as [Field, string][];
  for (const problem of problemsIn(message, Object.values(labels))) {
    const [field, label] = names.find(([, name]) => problem.startsWith(`${name} `)) ?? [];
    if (!field || !label) rest.push(problem);
    else fields[field] ??= `${label} ${problem.slice(label.length + 1)}.`;
  }
  return { fields, rest: rest.length > 0 ? rest.join(', ') : null };
}

/** A problem may hold a comma itself, so only one that a label follows ends it. */
function problemsIn(message: string, labels: string[]): string[] {
  const [, list] = /^Validation failed: (.+)$/s.exec(message) ?? [];
  if (list === undefined) return [message];
  return list.split(new RegExp(`, (?=(?:${labels.join('|')}) )`));
}
