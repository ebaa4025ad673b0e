/** What the service acts on by itself, when it is all that a text says. */
const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT']);
const START = new Set(['START', 'UNSTOP']);

const sole = (text: string) =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();

/** Whether a text is nothing but a word that opts its sender out. */
export const isOptOutWord = (text: string): boolean => STOP.has(sole(text));

/** Whether a text changes by itself whether its sender may be texted. */
export const changesTexting = (text: string): boolean => isOptOutWord(text) || START.has(sole(text));

/** Wordings that ask to be left alone without being a word the service acts on by itself. */
const NEAR_MISS =
  /\b(unsubscribe|opt(ing)?[ -]?(me )?out|stop (texting|messaging|contacting|sending)|(do not|don['’]?t|quit|never) (text|message|contact)|(remove|take|delete) me( from| off)?|leave me alone|no more (texts|messages)|wrong number|not interested)\b|^\W*(please|pls|just)?\W*stop\W+\S/i;

/** Whether a text reads as if its sender wants no more texts: a person has to look at it. */
export const soundsLikeOptOut = (text: string): boolean => NEAR_MISS.test(text.slice(0, 1_000));
