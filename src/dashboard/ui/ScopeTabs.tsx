import classes from './ScopeTabs.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props<Scope extends string> = {
  /** What is narrowed down: `Show`. */
  label: string;
  /** `count` is how many there are, as text. */
  scopes: readonly { value: Scope | undefined; label: string; count?: string }[];
  value: Scope | undefined;
  onChange: (scope: Scope | undefined) => void;
};

/** Quiet pills, one of them on: which part of a list is shown. */
export function ScopeTabs<Scope extends string>({ label, scopes, value, onChange }: Props<Scope>) {
  return (
    <div className={classes.tabs} role="group" aria-label={label}>
      {scopes.map((scope) => (
        <PlainButton
          key={scope.value ?? ''}
          className={classes.tab}
          aria-pressed={scope.value === value}
          onClick={() => onChange(scope.value)}
        >
          {scope.label}
          {scope.count !== undefined && <span className={classes.count}> {scope.count}</span>}
        </PlainButton>
      ))}
    </div>
  );
}
