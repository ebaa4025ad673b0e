import { Alert } from '@mantine/core';
import '@mantine/core/styles/Alert.layer.css';
import { IconAlertCircle } from '@tabler/icons-react';

/** Why the server refused the form; nothing while all is well. */
export function FormError({ error }: { error: Error | null }) {
  return (
    error && (
      <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />}>
        {error.message}
      </Alert>
    )
  );
}
