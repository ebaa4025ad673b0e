import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNumbers } from '#dashboard/lib/useNumbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { NumbersField } from '#dashboard/ui/NumbersField.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';

/** `/blocked-numbers/import`: over the list. Many numbers at once, as a job. */
export function ImportBlockedNumbers() {
  const navigate = useNavigate();
  const { field, found, problem } = useNumbers();
  const [failure, setFailure] = useState<Error | null>(null);
  useTitle('Block numbers', 'Blocked numbers');
  const close = () => void navigate(paths.blockedNumbers());
  const many = found?.numbers.length ?? 0;
  const { note } = useCost(many);
  const submit = async () => {
    if (!found || many === 0) return setFailure(new Error('Paste numbers or choose a file first.'));
    try {
      const name = `Blocking ${plural(many, 'number')}`;
      const entries = found.numbers.map((item) => ({ item }));
      await startJob({ kind: 'listNumbers', name, input: { into: 'blockedNumbers' }, entries });
      notify(`${name}. You can go on meanwhile.`);
      close();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error('It could not be begun.'));
    }
  };
  return (
    <SideDrawer opened onClose={close} title="Block numbers">
      <Form
        action={many > 0 ? `Block ${plural(many, 'number')}` : 'Block numbers'}
        busy={false}
        onSubmit={() => void submit()}
        onCancel={close}
      >
        <NumbersField {...field} />
        <FormNote>
          {many > 0
            ? `This takes ${plural(many, 'request')} and runs as a job. ${note}`
            : 'Each takes one request and the work runs as a job.'}{' '}
          Texts of these numbers are refused from then on; those that are blocked already stay as they are.
        </FormNote>
        <FormError error={problem ? new Error(problem) : failure} />
      </Form>
    </SideDrawer>
  );
}
