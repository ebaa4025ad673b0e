const lines: Record<string, string> = { mobile: 'Mobile', landline: 'Landline', voip: 'Internet phone' };

/** What kind of number it is, as people say it; undefined while nobody knows. */
export const lineName = (type: string | null): string | undefined => (type ? (lines[type] ?? type) : undefined);
