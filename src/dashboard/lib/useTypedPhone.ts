import type { TypedPhone } from './phoneTyped.ts';
import { usePhoneRules } from './usePhoneRules.ts';

/** A number as it is typed, and the country it is typed in. */
export type PhoneText = { text: string; country: string };

/** What a number means as it is typed; null while nothing is typed or the rules are not here yet. */
export function useTypedPhone({ text, country }: PhoneText): TypedPhone | null {
  return usePhoneRules()?.typedPhone(text, country) ?? null;
}

/** Whether numbers can't be read yet, so that a form had better wait. */
export const usePhoneRulesAwaited = (): boolean => usePhoneRules() === undefined;
