import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { preferences, showDensity } from './lib/preferences.ts';
import { queryClient } from './api/queryClient.ts';
import { router } from './routes.tsx';
import { theme } from './theme/theme.ts';
import { variables } from './theme/variables.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

showDensity(preferences.density);
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      // The defaults are not loaded as a file, so every variable comes from the theme.
      deduplicateCssVariables={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
