import type { ReactNode } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { late } from '#dashboard/ui/late.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './ContactPage.module.css';
import { lineName } from './contactWords.ts';
import { Section } from './Section.tsx';

/** What is looked up beside them. They come together, so that neither moves the other. */
const LookedUp = late(async () => {
  const [{ ContactTexts }, { ContactGroups }] = await Promise.all([
    import('./ContactTexts.tsx'),
    import('./ContactGroups.tsx'),
  ]);
  return (props: { contact: Contact }) => (
    <>
      <ContactTexts {...props} />
      <ContactGroups {...props} />
    </>
  );
});

const countryNames = new Intl.DisplayNames(undefined, { type: 'region' });

/** The name of a country; what is no country code stays as it is. */
function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What is known of the person. */
export function ContactFacts({ contact }: { contact: Contact }) {
  return (
    <div className={classes.body}>
      <Section title="About">
        <dl className={classes.facts}>
          <Fact name="Phone">
            <Phone number={contact.phone} />
          </Fact>
          <Fact name="Type">{lineName(contact.line_type) ?? 'Not known yet'}</Fact>
          <Fact name="Country">{countryName(contact.country)}</Fact>
          <Fact name="Business">{contact.business_name ? <bdi>{contact.business_name}</bdi> : <Empty />}</Fact>
          <Fact name="Added">
            <When at={contact.created_at} as={dayAndTime} />
          </Fact>
          <Fact name="Changed">
            <When at={contact.updated_at} as={dayAndTime} />
          </Fact>
        </dl>
      </Section>
      <Section title="Tags">
        {contact.tags.length === 0 && <Empty />}
        <ul className={classes.tags}>
          {contact.tags.map((tag) => (
            <li key={tag}>
              <TagChip tag={tag} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Notes">
        {contact.notes ? (
          <p className={classes.notes} dir="auto">
            {contact.notes}
          </p>
        ) : (
          <Empty />
        )}
      </Section>
      <LookedUp contact={contact} />
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const Empty = () => <span className={classes.empty}>None</span>;
