/** The style shared by all pages: colours by role for both themes, type, code, chips; black on white for print. */
export const BASE_STYLE = `
:root{--page:#f6f7f8;--card:#fff;--ink:#1d2329;--soft:#57606a;--line:#d5dae0;--code:#f3f4f6;--good:#1a6f33;--bad:#b3261e;--warn:#855800;--info:#0a53a8;--off:#6a737d;--wait:#c3c9d0;
--a0:#24292f;--a1:#b3261e;--a2:#1a6f33;--a3:#7a5200;--a4:#0a53a8;--a5:#8a3ab9;--a6:#0b6a75;--a7:#57606a;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--page:#0e1116;--card:#161b22;--ink:#e4e8ec;--soft:#9aa5b1;--line:#2e3640;--code:#0e1217;--good:#57c877;--bad:#ff8379;--warn:#e0b04a;--info:#7fb6ff;--off:#97a1ac;--wait:#3d4753;
--a0:#97a1ac;--a1:#ff8379;--a2:#57c877;--a3:#e0b04a;--a4:#7fb6ff;--a5:#d2a8ff;--a6:#5ccfd8;--a7:#e4e8ec}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:66rem;margin:0 auto;padding:1.75rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:.1rem 0 .6rem;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:2.25rem 0 .75rem}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.4rem 0;overflow-wrap:anywhere}
a{color:var(--info)}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--info);outline-offset:2px;border-radius:3px}
code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.8125rem}
pre{margin:.5rem 0;padding:.6rem .75rem;background:var(--code);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4;line-height:1.45}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{white-space:nowrap;border-top:0;color:var(--soft);font-weight:600;font-size:.8125rem}
.soft{color:var(--soft)}.small{font-size:.8125rem}
.kind{color:var(--soft);font-size:.8125rem;font-weight:600;letter-spacing:.02em;margin:0}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.9rem 1.1rem}
.chip{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 .55rem;font-size:.75rem;line-height:1.5;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.info{color:var(--info)}.off{color:var(--off)}
svg{display:block;overflow:visible}
svg text{fill:var(--soft);font-size:11px;font-family:inherit}
svg .good{fill:var(--good)}svg .bad{fill:var(--bad)}svg .warn{fill:var(--warn)}svg .info{fill:var(--info)}svg .off{fill:var(--off)}
.numbers{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.1rem 0}
.numbers div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.45rem .9rem;min-width:6.5rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.numbers dd{margin:0;font-size:1.45rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
.numbers dt{font-size:.8125rem;color:var(--soft)}.numbers .none dd{color:var(--soft);font-weight:400}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.65rem 1.5rem;margin:0}
.facts dt{font-size:.8125rem;color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
svg .mark{stroke:var(--card);stroke-width:1.5;paint-order:stroke}
svg .mark.stroked{fill:none;stroke-width:2.5}svg .stroked.bad{stroke:var(--bad)}
svg .tick{stroke:var(--soft)}svg .budget{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 3}svg .gap{stroke:var(--soft);stroke-dasharray:1 3}svg text.bad{fill:var(--bad)}
.legend{list-style:none;margin:.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}
.legend li{display:flex;gap:.35rem}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
time{white-space:nowrap}.facts time{white-space:normal}
@media (max-width:40rem){.stack,.stack tbody,.stack tr,.stack td,.stack th{display:block;width:auto}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack td,.stack th{border:0;padding:.1rem 0}.stack tr{border-top:1px solid var(--line);padding:.35rem 0}.stack tr:first-child{border-top:0}.facts{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.65rem .9rem}.numbers div{min-width:0;flex:1 1 28%}main{padding:1.1rem .8rem 3rem}h1{font-size:1.35rem}.card{padding:.75rem .8rem}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#fff;--good:#1a6f33;--bad:#b3261e;--warn:#855800;--info:#0a53a8;--off:#555;--wait:#bbb;--a0:#000;--a1:#b3261e;--a2:#1a6f33;--a3:#7a5200;--a4:#0a53a8;--a5:#8a3ab9;--a6:#0b6a75;--a7:#444;color-scheme:light}
body{font-size:10.5pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}.card{border-color:#bbb}.numbers,.facts{break-inside:avoid}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
