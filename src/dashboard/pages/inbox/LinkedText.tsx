import { linkify } from '#dashboard/lib/linkify.ts';
import classes from './Bubble.module.css';

/** Text from outside, as text; web addresses in it lead there without telling where one comes from. */
export function LinkedText({ text }: { text: string }) {
  return linkify(text).map(({ text: stretch, href }, index) =>
    href ? (
      <a key={index} className={classes.link} href={href} target="_blank" rel="noopener noreferrer nofollow">
        <bdi>{stretch}</bdi>
      </a>
    ) : (
      stretch
    ),
  );
}
