import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './ContactForm.module.css';

/** The way to the contact that has this number already. Nothing while it is looked for, or not found. */
export function TakenBy({ digits }: { digits: string }) {
  const { data } = useQuery(contacts.list({ q: digits, per_page: 5 }));
  const holder = data?.items.find(({ phone }) => phone === digits);
  if (!holder) return null;
  return (
    <Link className={classes.link} to={paths.contact(holder.id)}>
      Open {personName(holder) || 'the contact'}
    </Link>
  );
}
