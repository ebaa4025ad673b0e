import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installPeers } from './peers.ts';

type VegaLite = { compile: (spec: object) => { spec: object } };
type View = { toSVG: () => Promise<string> };
type Vega = { parse: (spec: object) => object; View: new (runtime: object, options: object) => View };

/** Draws `values` as a Vega-Lite `spec` says and writes docs/`name`.svg. */
export async function plot(name: string, spec: object, values: object[]): Promise<void> {
  const { require } = installPeers('plot', { vega: '6.4.0', 'vega-lite': '6.5.0' });
  const [vega, lite] = (await Promise.all(['vega', 'vega-lite'].map((peer) => import(require.resolve(peer))))) as [
    Vega,
    VegaLite,
  ];
  const look = { background: 'white', font: 'sans-serif', axis: { gridColor: '#e5e7eb' } };
  const { spec: compiled } = lite.compile({ ...spec, data: { values }, config: look });
  const svg = await new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
  writeFileSync(fileURLToPath(new URL(`../../docs/${name}.svg`, import.meta.url)), `${svg}\n`);
}
