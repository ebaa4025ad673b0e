import { IconAlertTriangle } from '@tabler/icons-react';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Segments } from '#dashboard/lib/segments.ts';
import classes from './SegmentMeter.module.css';
import { PlainButton } from './PlainButton.tsx';

/** More than these many bars say no more. */
const BARS = 4;

/** One bar a segment, the last one as full as it is; characters and segments in words. */
export function SegmentMeter({ segments }: { segments: Segments | undefined }) {
  if (!segments) return <span className={classes.meter} />;
  const bars = Math.min(segments.segments, BARS);
  return (
    <span
      className={classes.meter}
      title={`${plural(segments.left, 'character')} left in ${segments.segments > 1 ? 'the last' : 'this'} segment`}
    >
      <span className={classes.bars} aria-hidden>
        {Array.from({ length: bars }, (_, bar) => (
          <i key={bar} className={classes.bar}>
            <b className={classes.fill} style={{ width: `${bar < bars - 1 ? 100 : segments.fill * 100}%` }} />
          </i>
        ))}
      </span>
      <span className={classes.words}>
        {plural(segments.characters, 'character')} · {plural(segments.segments, 'segment')}
      </span>
      <span className={classes.more}>
        {count(segments.left)} left · {segments.encoding}
        {segments.costly && ` for “${nameOf(segments.costly.character)}”`}
      </span>
      <span className={classes.few} aria-hidden>
        {count(segments.characters)} · {count(segments.segments)}
      </span>
    </span>
  );
}

type NoteProps = {
  segments: Segments | undefined;
  /** Rewrites the text with `toPlain`, which puts a plain character for every one that has such a form. */
  onReplace: (toPlain: (text: string) => string) => void;
};

/** Names the character that makes the text cost more, and offers to replace it. */
export function SegmentNote({ segments, onReplace }: NoteProps) {
  const costly = segments?.costly;
  if (!segments || !costly || (costly.saved === 0 && segments.segments < 2)) return null;
  const replace = async () => {
    const { toPlain } = await import('#dashboard/lib/segments.ts');
    onReplace(toPlain);
  };
  const offers = costly.saved > 0 && costly.plain !== undefined;
  return (
    <p className={classes.note}>
      <IconAlertTriangle aria-hidden />
      <span>
        “<b>{nameOf(costly.character)}</b>” makes this {plural(segments.segments, 'segment')}.
        {offers && ` In plain characters it fits in ${count(segments.segments - costly.saved)}.`}
      </span>
      {offers && (
        <PlainButton className={classes.action} onClick={() => void replace()}>
          Replace
        </PlainButton>
      )}
    </p>
  );
}

const INVISIBLE: Record<string, string> = {
  '\u00a0': 'no-break space',
  '\u202f': 'narrow space',
  '\u2009': 'thin space',
  '\u200b': 'zero-width space',
  '\ufeff': 'byte order mark',
  '\t': 'tab',
};
const nameOf = (character: string) => INVISIBLE[character] ?? character;
