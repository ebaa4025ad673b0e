/** What became of two changes to the same thing, field by field. */
export type ThreeWay<Values> = {
  /** What is to be saved: only what I changed. */
  change: Partial<Values>;
  /** What both changed, to different values: somebody has to choose. */
  conflicts: (keyof Values)[];
  /** What only they changed; it stays. */
  theirs: (keyof Values)[];
};

type Value = string | readonly string[];

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);

/** Brings together what I made of `base` and what somebody else made of it meanwhile. Lists are joined entry by entry. */
export function threeWay<Values extends Record<string, Value>>(
  base: Values,
  mine: Values,
  now: Values,
): ThreeWay<Values> {
  const outcome: ThreeWay<Values> = { change: {}, conflicts: [], theirs: [] };
  for (const key of Object.keys(base) as (keyof Values)[]) {
    const [was, my, their]: [Value, Value, Value] = [base[key]!, mine[key]!, now[key]!];
    if (!same(was, their)) outcome.theirs.push(key);
    if (same(was, my) || same(my, their)) continue;
    const joined = same(was, their) ? my : join(was, my, their);
    if (joined === undefined) outcome.conflicts.push(key);
    else outcome.change = { ...outcome.change, [key]: joined };
  }
  return outcome;
}

/** Undefined where two texts can't be joined. */
function join(was: Value, mine: Value, theirs: Value): Value | undefined {
  if (typeof was === 'string' || typeof mine === 'string' || typeof theirs === 'string') return undefined;
  const kept = theirs.filter((entry) => mine.includes(entry) || !was.includes(entry));
  return [...new Set([...kept, ...mine.filter((entry) => !was.includes(entry))])];
}
