import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { demo, type Switchboard } from '../../e2e/switchboard.ts';
import { precompress } from '../../vite.config.ts';
import { installPeers } from './peers.ts';
import { startProcess } from './processes.ts';

export type Place = 'inbox' | 'contacts';

/** A way to see the same lists in a browser. */
export type App = {
  name: string;
  origin: string;
  /** The address of each list, and what chooses its rows and its link in the menu. */
  places: Record<Place, { path: string; rows: string; link: string }>;
  next: string;
  search: string;
  /** What sends a search off: a pause after the last key, or Enter. */
  sends: ('pause' | 'Enter')[];
  prepare: (context: BrowserContext) => Promise<unknown>;
  stop: () => Promise<void>;
};

const react = { react: '19.3.1', 'react-dom': '19.3.1' };
const versions = {
  'react-admin': { 'react-admin': '5.15.4', ...react },
  refine: {
    '@refinedev/core': '5.0.12',
    '@refinedev/antd': '6.0.3',
    '@refinedev/react-router': '2.0.4',
    antd: '5.29.3',
    'react-router': '7.18.6',
    ...react,
  },
  everything: react,
};
export type PeerName = keyof typeof versions;

/** What the peers are made of, for the line about the machine. */
export const peerVersions: Record<string, string> = { ...versions['react-admin'], ...versions.refine };

const sources = fileURLToPath(new URL('../peers', import.meta.url));
const server = fileURLToPath(new URL('../servers/app.ts', import.meta.url));
const authorization = `Basic ${btoa(`${demo.username}:${demo.password}`)}`;

/** Builds bench/peers/`name` for production, as the dashboard is built, and serves it before the API. */
export async function startPeer(name: PeerName, api: string) {
  const { folder } = installPeers(name, versions[name]);
  // Beside its own packages: from where it stands, it would find some of this project's.
  const copy = join(folder, 'source');
  rmSync(copy, { recursive: true, force: true });
  cpSync(sources, copy, { recursive: true });
  const outDir = join(folder, 'dist');
  mkdirSync(outDir, { recursive: true });
  await build({
    root: join(copy, name),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 10_000 },
    plugins: [precompress(outDir)],
  });
  return startProcess(process.execPath, [server, outDir, api, authorization]);
}

const ours = ({ origin }: Switchboard): App => ({
  name: 'Switchboard',
  origin,
  places: {
    inbox: { path: '/inbox', rows: '[aria-label=Conversations] li', link: '[aria-label=Main] a[href="/inbox"]' },
    contacts: { path: '/contacts', rows: 'main tbody tr', link: '[aria-label=Main] a[href="/contacts"]' },
  },
  next: '[aria-label="Next page"]',
  search: 'main input[type=search]',
  sends: ['pause', 'Enter'],
  prepare: (context) =>
    context.request.post(`${origin}/session`, {
      data: demo,
      headers: { Origin: origin, 'X-Requested-With': 'switchboard' },
    }),
  stop: async () => {},
});

async function reactAdmin(api: string): Promise<App> {
  const place = (path: string) => ({ path: `/#/${path}`, rows: 'main tbody tr', link: `a[href="#/${path}"]` });
  return {
    name: 'react-admin',
    places: { inbox: place('messages'), contacts: place('contacts') },
    next: '[aria-label="Go to next page"]',
    search: 'main input[name=q]',
    sends: ['pause'],
    prepare: async () => {},
    ...(await startPeer('react-admin', api)),
  };
}

async function refine(api: string): Promise<App> {
  const place = (path: string) => ({ path: `/${path}`, rows: 'tr.ant-table-row', link: `aside a[href="/${path}"]` });
  return {
    name: 'refine',
    places: { inbox: place('messages'), contacts: place('contacts') },
    next: '.ant-pagination-next button',
    search: 'input[placeholder=Search]',
    sends: ['Enter'],
    prepare: async () => {},
    ...(await startPeer('refine', api)),
  };
}

/** Switchboard first, then what stands beside it. */
export const startApps = async (switchboard: Switchboard): Promise<App[]> => [
  ours(switchboard),
  await reactAdmin(switchboard.api),
  await refine(switchboard.api),
];
