import { Modal } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import classes from './Palette.module.css';
import type { Early } from './EarlyLetters.tsx';
import type { Overlay } from './Shell.tsx';
import { type Command, useCommands } from './useCommands.ts';
import { ENOUGH } from './usePaletteSearch.ts';

type Props = { early: Early; onClose: () => void; onOpen: (overlay: Overlay) => void };

/** Goes anywhere and does anything by a few letters: pages, people, actions. */
export function Palette({ early, onClose, onOpen }: Props) {
  const [typed, setTyped] = useState(early.text);
  const [active, setActive] = useState(0);
  const listId = useId();
  const { commands, searching, sure, error } = useCommands(typed, onOpen);
  const chosen = Math.min(active, commands.length - 1);

  const run = (index: number) => {
    const command = commands[index];
    if (!command) return;
    onClose();
    command.run();
  };
  const runWhenSure = useRunWhenSure({ typed, sure, early }, () => error || run(chosen));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((chosen + step + commands.length) % Math.max(commands.length, 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (sure || active > 0) run(chosen);
      else runWhenSure(typed);
    } else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content radius="lg" aria-label="Command palette">
        <div className={classes.field}>
          <IconSearch aria-hidden />
          <input
            className={classes.input}
            role="combobox"
            aria-label="Search or jump to"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={commands[chosen] ? `${listId}-${chosen}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder="A page, a person, a number or an action"
            data-autofocus
            ref={focusAtOnce}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
              runWhenSure(undefined);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <PaletteResults id={listId} commands={commands} chosen={chosen} onPoint={setActive} onRun={run} />
        <Outcome {...{ typed, searching, error, none: commands.length === 0 }} />
      </Modal.Content>
    </Modal.Root>
  );
}

/** The dialog itself would do so a moment later, and lose a letter. */
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

type OutcomeProps = { typed: string; searching: boolean; error: Error | null; none: boolean };

/** Why there is nothing to choose, or not all. */
function Outcome({ typed, searching, error, none }: OutcomeProps) {
  const words = wordsFor({ typed: typed.trim(), searching, error, none });
  return (
    words && (
      <p className={classes.none} role="status">
        {words}
      </p>
    )
  );
}

function wordsFor({ typed, searching, error, none }: OutcomeProps): string | null {
  if (error) return `People could not be searched: ${error.message}`;
  if (!none) return null;
  if (searching) return 'Searching…';
  const more = typed.length < ENOUGH ? ` People and things are looked for from ${ENOUGH} letters on.` : '';
  return `Nothing is called “${typed}”.${more}`;
}

type Results = {
  id: string;
  commands: Command[];
  chosen: number;
  onPoint: (index: number) => void;
  onRun: (index: number) => void;
};

/** The keyboard stays in the field above, which names the chosen option. */
function PaletteResults({ id, commands, chosen, onPoint, onRun }: Results) {
  return (
    <div id={id} role="listbox" aria-label="Results" className={classes.list}>
      {commands.map(({ key, label, detail, icon: Icon }, index) => (
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={classes.option}
          ref={index === chosen ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          onPointerMove={() => onPoint(index)}
          onClick={() => onRun(index)}
          onKeyDown={(event) => event.key === 'Enter' && onRun(index)}
        >
          <Icon aria-hidden />
          <bdi className="one-line">{label}</bdi>
          <span className={classes.detail}>{detail}</span>
        </div>
      ))}
    </div>
  );
}

/** Who types fast and presses Enter means what is found, not what stood there before. */
function useRunWhenSure({ typed, sure, early }: { typed: string; sure: boolean; early: Early }, run: () => void) {
  const [entered, setEntered] = useState(early.entered ? early.text : undefined);
  const runEntered = useEffectEvent(run);
  useEffect(() => {
    if (entered === typed && sure) runEntered();
  }, [entered, typed, sure]);
  return setEntered;
}
