declare module 'split-sms' {
  type Part = { content?: string; length: number; bytes: number };
  type Split = { characterSet: string; parts: Part[]; bytes: number; length: number; remainingInPart: number };
  const splitter: { split(text: string, options?: { summary?: boolean; charset?: string }): Split };
  export default splitter;
}
