import { IconMoon } from '@tabler/icons-react';
import type { Contact } from '#contract/contacts.ts';
import { Link } from 'react-router';
import { sign } from '#contract/mergeFields.ts';
import { partsOf } from '#dashboard/lib/mergeFields.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { isQuiet } from '#dashboard/lib/quietHours.ts';
import type { LeftOut, Recipient } from '#dashboard/lib/review.ts';
import { segmentsOf } from '#dashboard/lib/segments.ts';
import { clockAndMark } from '#dashboard/lib/sendTime.ts';
import { paths } from '#dashboard/paths.ts';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import classes from './RecipientsTable.module.css';
import { reasonWords } from './reviewRows.ts';

type Props = {
  rows: readonly Recipient[];
  /** The text as written; `signature` stands below it. */
  text: string;
  signature: string | null;
  at: Date;
};

/** Who gets it: what each will read, what it takes, and when it is there. */
export function RecipientsTable({ rows, text, signature, at }: Props) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Recipients">
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              Person
            </th>
            <th scope="col">What they will read</th>
            <th scope="col" className={classes.segments}>
              Segments
            </th>
            <th scope="col" className={classes.time}>
              Their time
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.contact.id}>
              <Person contact={row.contact} />
              <td className={classes.read}>
                <Read text={text} signature={signature} row={row} />
              </td>
              <td className={classes.segments}>
                <SegmentsCell row={row} />
              </td>
              <td className={classes.time}>
                <TheirTime zones={row.zones} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who gets nothing, and why. */
export function LeftOutTable({ rows }: { rows: readonly LeftOut[] }) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Left out">
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              Person
            </th>
            <th scope="col">Why they get nothing</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ contact, reason }) => (
            <tr key={contact.id}>
              <Person contact={contact} />
              <td>{reasonWords[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ contact }: { contact: Contact }) {
  const name = personName(contact);
  return (
    <th scope="row" className={classes.who}>
      <Link className={`${classes.name} one-line`} to={paths.contact(contact.id)}>
        <bdi>{name || <Phone number={contact.phone} />}</bdi>
      </Link>
      <span className={`${classes.small} figures`}>{name ? <Phone number={contact.phone} /> : 'No name'}</span>
    </th>
  );
}

/** The rendered text; what comes from a field stands out, an empty one is a gap. */
function Read({ text, signature, row }: { text: string; signature: string | null; row: Recipient }) {
  return (
    <p dir="auto" className={classes.words} title={row.text}>
      {partsOf(sign(text, signature), row.contact).map((part, index) =>
        part.field === undefined ? (
          <span key={index}>{part.text}</span>
        ) : part.field.value.trim() === '' ? (
          <span key={index} className={classes.gap} role="img" aria-label={`No ${part.field.label.toLowerCase()}`} />
        ) : (
          <b key={index}>{part.field.value}</b>
        ),
      )}
      {row.copies > 1 && <span className={classes.small}> · gets it {row.copies} times</span>}
    </p>
  );
}

function SegmentsCell({ row }: { row: Recipient }) {
  if (row.segments < 2) return <>{row.segments}</>;
  const { costly } = segmentsOf(row.text);
  return (
    <>
      <b>{row.segments}</b> {costly && <span className={classes.small}>“{costly.character}”</span>}
    </>
  );
}

function TheirTime({ zones, at }: { zones: readonly string[]; at: Date }) {
  const quiet = zones.find((zone) => isQuiet(at, zone));
  const zone = quiet ?? zones[0];
  if (zone === undefined) return <span className={classes.small}>Not known</span>;
  const time = clockAndMark(at, zone);
  if (quiet === undefined) return <>{time}</>;
  return (
    <Status tone="warn" icon={<IconMoon role="img" aria-label="Quiet hours" />}>
      {time}
    </Status>
  );
}
