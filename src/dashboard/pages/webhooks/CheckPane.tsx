import '@mantine/core/styles/Input.layer.css';
import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { checkSignature, type SignatureCheck } from '#dashboard/lib/hookSignature.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { PaneHead } from './PaneHead.tsx';
import { Payload } from './Payload.tsx';
import { samples } from './samples.ts';
import { Verdict } from './Verdict.tsx';
import classes from './webhooks.module.css';

/** `/webhooks/check`: is a signature right, and how does a receiver find out. */
export function CheckPane() {
  const [language, setLanguage] = useState<(typeof samples)[number]['value']>('node');
  useTitle('Check a signature', 'Webhooks');
  const sample = samples.find(({ value }) => value === language) ?? samples[0];
  return (
    <section className={classes.main} aria-label="Check a signature">
      <PaneHead title="Check a signature" />
      <div className={classes.tool}>
        <Checker />
        <div className={classes.code}>
          <div className={classes.tabs}>
            <ScopeTabs
              label="Language"
              scopes={samples}
              value={language}
              onChange={(next) => setLanguage(next ?? 'node')}
            />
          </div>
          <Payload label="Code" text={sample.code} />
        </div>
      </div>
    </section>
  );
}

type Pasted = { body: string; signature: string; secret: string };

function Checker() {
  const [pasted, setPasted] = useState<Pasted>({ body: '', signature: '', secret: '' });
  const [check, setCheck] = useState<SignatureCheck | null>(null);
  const latest = useRef(0);
  const paste = async (change: Partial<Pasted>) => {
    const next = { ...pasted, ...change };
    setPasted(next);
    latest.current += 1;
    const mine = latest.current;
    const found = next.body && next.secret ? await checkSignature(next.body, next.secret, next.signature) : null;
    if (mine === latest.current) setCheck(found);
  };
  return (
    <div className={classes.check}>
      <p>All of this is worked out in your browser. Nothing you paste here leaves it or is kept.</p>
      <Textarea
        className={classes.mono}
        label="Body"
        description="The raw body, to the last blank and line break."
        minRows={8}
        spellCheck={false}
        value={pasted.body}
        onChange={({ currentTarget: { value } }) => void paste({ body: value })}
      />
      <TextInput
        className={classes.mono}
        label="Signature"
        description="The header X-TextUs-Signature, in hex or base64."
        autoComplete="off"
        spellCheck={false}
        value={pasted.signature}
        onChange={({ currentTarget: { value } }) => void paste({ signature: value })}
      />
      <TextInput
        className={classes.mono}
        label="Secret"
        autoComplete="off"
        spellCheck={false}
        value={pasted.secret}
        onChange={({ currentTarget: { value } }) => void paste({ secret: value })}
      />
      <div role="status">{check && <Result check={check} />}</div>
    </div>
  );
}

function Result({ check: { verdict, expected } }: { check: SignatureCheck }) {
  if (verdict === 'not possible here') return <p>The browser checks signatures only on https pages.</p>;
  return (
    <>
      {verdict === 'no signature' ? <p>Paste the signature to compare.</p> : <Verdict verdict={verdict} />}
      <dl className={classes.facts}>
        <dt>Expected</dt>
        <dd>
          <code>{expected}</code>
        </dd>
      </dl>
    </>
  );
}
