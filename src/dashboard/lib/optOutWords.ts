/** Wordings that ask to be left alone without being a word the service acts on by itself. */
const NEAR_MISS =
  /\b(unsubscribe|opt(ing)?[ -]?(me )?out|stop (texting|messaging|contacting|sending)|(do not|don['’]?t|quit|never) (text|message|contact)|(remove|take|delete) me( from| off)?|leave me alone|no more (texts|messages)|wrong number|not interested)\b|^\W*(please|pls|just)?\W*stop\W+\S/i;

/** Whether a text reads as if its sender wants no more texts: a person has to look at it. */
export const soundsLikeOptOut = (text: string): boolean => NEAR_MISS.test(text.slice(0, 1_000));
