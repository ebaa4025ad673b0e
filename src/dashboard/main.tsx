import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { listRead, whoIsHere } from './ahead.ts';
import { preferences, showDensity } from './lib/preferences.ts';
import { keepPage } from './lib/keptPage.ts';
import { openGatewaySoon } from './api/http.ts';
import { queryClient } from './api/queryClient.ts';
import { fetchPages, Pages } from './routes.tsx';
import { theme } from './theme/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

showDensity(preferences.density);
const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        // They are in index.html, written by the build.
        withCssVariables={false}
        // Nothing is hidden from or visible from a width by a class of Mantine's.
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          {/* Drawn at once and in one piece: as a transition, in slices of 5 ms each, a page takes twice as long. */}
          <BrowserRouter useTransitions={false}>
            <Pages />
          </BrowserRouter>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );

/** So long (ms) the frame waits for its list: where both are drawn at once, all is laid out once. */
const SOON = 100;
const soon = () => new Promise((resolve) => setTimeout(resolve, SOON));

// Both are waited for: the page that stands first stands whole.
void Promise.all([fetchPages(location.pathname), whoIsHere])
  .then(() => Promise.race([listRead, soon()]))
  .then(draw)
  // What comes next waits for this.
  .then(openGatewaySoon);
keepPage();
