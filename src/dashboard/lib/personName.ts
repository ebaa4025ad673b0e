type Named = { first_name: string | null; last_name: string | null; business_name: string | null };

/** What a person is called: their name, else their business; empty when only the number is known. */
export function personName({ first_name, last_name, business_name }: Named): string {
  const name = [first_name, last_name].map((part) => part?.trim()).filter(Boolean);
  return name.length > 0 ? name.join(' ') : (business_name?.trim() ?? '');
}

/** As a list by name shows it: `Reyes, Dana`. */
export function nameForSorting(person: Named): string {
  const [first, last] = [person.first_name?.trim(), person.last_name?.trim()];
  return first && last ? `${last}, ${first}` : personName(person);
}
