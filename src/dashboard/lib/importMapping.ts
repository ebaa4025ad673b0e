/** What a column can be. A person has one phone: of several columns the first with a valid number counts. */
export const fields = [
  { key: 'phone', label: 'Phone', guess: /^(primary |main )?(phone|mobile|cell|tel)/i },
  { key: 'phone_2', label: 'Phone 2', guess: null },
  { key: 'phone_3', label: 'Phone 3', guess: null },
  {
    key: 'first_name',
    label: 'First name',
    guess: /^(first|given|fore)[\s_-]*name|^vorname|^prénom|^nombre$|^first$/i,
  },
  { key: 'last_name', label: 'Last name', guess: /^(last|family|sur)[\s_-]*name|^nachname|^nom$|^apellidos?|^last$/i },
  { key: 'name', label: 'Full name', guess: /^(full|contact|display)?[\s_-]*name$/i },
  { key: 'business_name', label: 'Business', guess: /business|company|organi[sz]ation|employer|firma|account/i },
  { key: 'tags', label: 'Tags', guess: /^(tag|label|categor|group membership)/i },
  { key: 'notes', label: 'Notes', guess: /^(note|comment|remark)/i },
  { key: 'country', label: 'Country', guess: /^country|^land$/i },
  { key: 'flagged', label: 'Flagged', guess: /^flag/i },
  { key: 'opted_out', label: 'Opted out', guess: /^opt(ed)?[\s_-]*out|^unsubscribed|^do not (text|contact)/i },
] as const;

const SET_BY_THE_SERVICE = /^((line )?type|added|created( at)?|(contact )?id)$/i;

/** The columns of an exported file that say what the service finds out or sets by itself. */
export function leftToTheService(columns: readonly string[], mapping: Mapping): string[] {
  const used = new Set(Object.values(mapping));
  return columns.filter((name, at) => !used.has(at) && SET_BY_THE_SERVICE.test(name.trim()));
}

type Field = (typeof fields)[number]['key'];
/** The index of the column for each field. */
export type Mapping = Partial<Record<Field, number>>;

const PHONES = ['phone', 'phone_2', 'phone_3'] as const;
const PHONE_NAME = /phone|mobile|cell|tel|\bnumber\b|handy|móvil/i;
const PHONE = /^'?[+(]?[\d\s().+/-]{7,20}$/;

/** Which column is what, by its name and, for phones, by what stands in it. */
export function guessMapping(columns: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  const share = (at: number) => {
    const filled = sample.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    return filled.length === 0 ? 0 : filled.filter((cell) => PHONE.test(cell)).length / filled.length;
  };
  const phones = columns
    .map((name, at) => ({
      at,
      score: share(at) + (PHONE_NAME.test(name) ? 1 : 0) + (/mobile|cell/i.test(name) ? 0.2 : 0),
    }))
    .filter(({ at, score }) => score > 0.6 && !SET_BY_THE_SERVICE.test(columns[at]?.trim() ?? ''))
    .toSorted((a, b) => b.score - a.score || a.at - b.at);
  for (const [n, field] of PHONES.entries()) {
    const at = phones[n]?.at;
    if (at === undefined) break;
    mapping[field] = at;
    taken.add(at);
  }
  for (const { key, guess } of fields) {
    if (!guess || key in mapping) continue;
    const at = columns.findIndex((name, index) => !taken.has(index) && guess.test(name.trim()));
    if (at === -1 || (key === 'name' && 'first_name' in mapping)) continue;
    mapping[key] = at;
    taken.add(at);
  }
  return mapping;
}
