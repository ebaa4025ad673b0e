import { meantBy } from '#dashboard/lib/fieldsUnknown.ts';
import classes from './FieldNotes.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  id: string;
  /** What stands in braces and will not be filled in. */
  tags: readonly string[];
  /** Nothing at all is filled in here. */
  noFields: boolean;
  onReplace: ((tag: string, meant: string) => void) | undefined;
};

/** More problems than these say no more. */
const MOST = 4;

/** Below a text: which of its fields go out as typed, and what was probably meant. */
export const FieldNotes = ({ id, tags, noFields, onReplace }: Props) => (
  <div id={id}>
    {tags.slice(0, MOST).map((tag) => {
      const meant = onReplace && !noFields && meantBy(tag);
      return (
        <p key={tag} className={classes.note}>
          <span className="one-line">
            “<bdi>{tag.slice(0, 60)}</bdi>” {noFields ? 'is not filled in here' : 'is no field'} and goes out as typed.
          </span>
          {meant && (
            <PlainButton className={classes.action} onClick={() => onReplace(tag, meant.tag)}>
              Use {meant.label}
            </PlainButton>
          )}
        </p>
      );
    })}
  </div>
);
