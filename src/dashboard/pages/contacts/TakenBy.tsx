import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { holder } from '#dashboard/api/holder.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './ContactForm.module.css';

type Props = { digits: string; sentence: string };

/** The way to the contact that has this number already. Nothing while it is looked for, or not found. */
export function TakenBy({ digits, sentence }: Props) {
  const { data } = useQuery({ ...holder(digits), throwOnError: false });
  if (!data) return null;
  return (
    <span className={classes.holder}>
      {sentence}{' '}
      <Link className={classes.link} to={paths.contact(data.id)}>
        Open {personName(data) || 'the contact'}
      </Link>
    </span>
  );
}
