import { absolute, instant } from '#dashboard/lib/dates.ts';

type Props = {
  /** An instant as the API writes it. */
  at: string | null | undefined;
  /** One of `short`, `ago`, `dayAndTime`, `clock` of lib/dates.ts. */
  as: (date: Date, now?: Date) => string;
  /** From `useNow`, where the text ages while it is looked at. */
  now?: Date;
  className?: string | undefined;
};

/** A moment in as few words as fit, in full with its zone on hover. Nothing when there is none. */
export function When({ at, as, now, className }: Props) {
  const date = instant(at);
  if (!date) return null;
  return (
    <time className={className} dateTime={date.toISOString()} title={absolute(date)}>
      {as(date, now)}
    </time>
  );
}
