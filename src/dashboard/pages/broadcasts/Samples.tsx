import { fillMergeFields, sign } from '#contract/mergeFields.ts';
import { personName } from '#dashboard/lib/personName.ts';
import type { Recipient, Review } from '#dashboard/lib/review.ts';
import { Phone } from '#dashboard/ui/Phone.tsx';
import classes from './Composer.module.css';

type Props = { review: Review | undefined; text: string; signature: string | null };

/** What a few of them will read: the one whose text is longest, one with an empty field, and the first. */
export function Samples({ review, text, signature }: Props) {
  const shown = review ? telling(review.reached) : [];
  return (
    <section aria-label="Preview">
      <h2 className={classes.heading}>What they read</h2>
      <div className={classes.samples}>
        {shown.map((each) => (
          <div key={each.contact.id}>
            <p className={classes.reader}>
              <bdi>{personName(each.contact) || <Phone number={each.contact.phone} />}</bdi>
            </p>
            <p className={classes.bubble} dir="auto">
              {each.text}
            </p>
          </div>
        ))}
        {shown.length === 0 && (
          <p className={classes.bubble} dir="auto">
            {sign(
              fillMergeFields(text, { first_name: 'Sam', last_name: 'Sample', business_name: 'Sample Ltd' }),
              signature,
            )}
          </p>
        )}
      </div>
    </section>
  );
}

function telling(reached: readonly Recipient[]): Recipient[] {
  const longest = reached.reduce<Recipient | undefined>(
    (most, each) => (most && most.text.length >= each.text.length ? most : each),
    undefined,
  );
  const lacking = reached.find(({ missing }) => missing.length > 0);
  return [...new Set([reached[0], longest, lacking])].filter((each) => each !== undefined);
}
