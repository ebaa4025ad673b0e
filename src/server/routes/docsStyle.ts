/** The style of the reference page. It stands in the page itself, where a hash allows exactly this text. */
export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d9dce3, #3a3f4a); --soft: light-dark(#f4f5f8, #20242c); --link: light-dark(#1d4fb8, #8db4ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 210px minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 24px 16px; border-right: 1px solid var(--line); display: flex; flex-direction: column; gap: 6px; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
main { padding: 24px 32px 96px; max-width: 860px; }
h2 { margin: 56px 0 8px; }
h3 { margin: 0 0 4px; font-size: 17px; }
h4 { margin: 16px 0 4px; font-size: 14px; }
article { border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; margin: 16px 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: 5px 12px 5px 0; vertical-align: top; }
td:first-child { width: 40%; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { background: var(--soft); border-radius: 8px; padding: 12px; overflow: auto; }
summary { cursor: pointer; }
b { font-weight: 600; }
.GET { color: light-dark(#14653a, #7ed8a2); }
.POST, .PUT { color: light-dark(#8a4b00, #f2bd6b); }
.DELETE { color: light-dark(#a3222b, #ff9ca0); }
@media (max-width: 760px) {
  body { display: block; }
  nav { position: static; height: auto; flex-flow: row wrap; border: 0; }
  main { padding: 8px 16px 64px; }
}
`;
