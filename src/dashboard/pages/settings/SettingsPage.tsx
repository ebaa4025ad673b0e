import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { absolute } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { keepPreferences, type Preferences, preferences, showDensity } from '#dashboard/lib/preferences.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { Shortcuts } from '#dashboard/ui/Shortcuts.tsx';
import { AlertSettings } from './AlertSettings.tsx';
import { DeviceStorage } from './DeviceStorage.tsx';
import classes from './settings.module.css';

/** `/settings`: how things are shown on this device, and what it keeps. */
export function SettingsPage() {
  useTitle('Settings');
  return (
    <div className={classes.page}>
      <PageTitle>Settings</PageTitle>
      <div className={classes.sections}>
        <Section title="Look">
          <Look />
        </Section>
        <Section title="Dates, numbers and phones">
          <Region />
        </Section>
        <Section title="When a text comes in">
          <AlertSettings />
        </Section>
        <Section title="Shortcuts">
          <Shortcuts />
        </Section>
        <Section title="On this device">
          <DeviceStorage />
        </Section>
        <Section title="Service">
          <p>
            <Link to={paths.doctor()}>See which forms of the API the service uses</Link>, and{' '}
            <Link to={paths.audit()}>who changed what</Link>.
          </p>
        </Section>
      </div>
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.section} aria-label={title}>
    <h2>{title}</h2>
    <div className={classes.fields}>{children}</div>
  </section>
);

function Look() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useState(preferences.density);
  return (
    <>
      <NativeSelect
        label="Theme"
        value={colorScheme}
        data={[
          { value: 'auto', label: 'As the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')
        }
      />
      <NativeSelect
        label="Density"
        value={density}
        data={[
          { value: 'comfortable', label: 'Comfortable' },
          { value: 'compact', label: 'Compact' },
        ]}
        onChange={({ currentTarget: { value } }) => {
          const next: Preferences['density'] = value === 'compact' ? 'compact' : 'comfortable';
          setDensity(next);
          keepPreferences({ density: next });
          showDensity(next);
        }}
      />
    </>
  );
}

const locales = [
  'en-US',
  'en-GB',
  'en-CA',
  'es-US',
  'es-MX',
  'fr-CA',
  'fr-FR',
  'de-DE',
  'de-AT',
  'pt-BR',
  'pl-PL',
  'ar-EG',
  'ja-JP',
];
const names = new Intl.DisplayNames(preferences.locale, { type: 'language' });

/** A change loads the page again, so that every date on it follows. Drafts and places are kept. */
function Region() {
  const now = useNow(1_000);
  const keep = (change: Partial<Preferences>) => {
    keepPreferences(change);
    location.reload();
  };
  return (
    <>
      <NativeSelect
        label="Language of dates and numbers"
        value={preferences.locale ?? ''}
        data={[
          { value: '', label: `As the browser (${navigator.language})` },
          ...locales.map((locale) => ({ value: locale, label: names.of(locale) ?? locale })),
        ]}
        onChange={({ currentTarget: { value } }) => keep({ locale: value || undefined })}
      />
      <NativeSelect
        label="Time zone"
        value={preferences.timeZone ?? ''}
        data={[{ value: '', label: 'As this device' }, ...Intl.supportedValuesOf('timeZone')]}
        onChange={({ currentTarget: { value } }) => keep({ timeZone: value || undefined })}
      />
      <p className={classes.example}>
        {absolute(now)} · {count(1_234_567)} ·{' '}
        <span className={classes.whole}>
          <Phone number="+13035550142" />
        </span>
      </p>
    </>
  );
}
