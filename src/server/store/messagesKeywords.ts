const stop = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT']);
const start = new Set(['START', 'UNSTOP']);
const help = new Set(['HELP', 'INFO']);

/** What a text asks for when a keyword is all it says: any case, punctuation ignored. Null for every other text. */
export function keywordIn(text: string): 'stop' | 'start' | 'help' | null {
  const word = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();
  if (stop.has(word)) return 'stop';
  if (start.has(word)) return 'start';
  return help.has(word) ? 'help' : null;
}

/** What is answered to a keyword; carriers want these said. */
export const keywordAnswers = {
  stop: 'You have been unsubscribed and will get no more messages from us. Reply START to subscribe again.',
  start: 'You are subscribed again. Reply STOP to unsubscribe, HELP for help.',
  help: 'Reply STOP to unsubscribe, START to subscribe again. Message and data rates may apply.',
};
