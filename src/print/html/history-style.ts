/** The style of the history page only. */
export const HISTORY_STYLE = `
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin:0 0 .75rem}.filters[hidden]{display:none}
.filters label{font-size:.875rem;display:flex;gap:.45rem;align-items:center}
.filters input,.filters select{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:5px;padding:.25rem .45rem;max-width:100%}
.filters output{margin-left:auto}
.runbook{margin:0 0 .9rem}.many .runbook{content-visibility:auto;contain-intrinsic-size:auto 22rem}.runbook[hidden]{display:none}
.runbook h2{margin:0;font-size:1.05rem;overflow-wrap:anywhere}
.runbook .facts{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));margin:.6rem 0}
.legend{margin:.2rem .2rem .9rem}
.attention{list-style:none;margin:.4rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;color:var(--warn);font-size:.875rem}
.plot{margin:.8rem 0 .2rem}.plot div{display:grid;grid-template-columns:2.6rem 1fr}
svg .grid{stroke:var(--line)}
summary{cursor:pointer;font-size:.8125rem;color:var(--info);padding:.15rem 0}
@media (min-width:40rem){#words{width:19rem}}
@media (max-width:40rem){.numbers div{flex-basis:40%}.filters label:first-child,.filters label:first-child input{flex:1 1 100%}.runbook .facts{grid-template-columns:1fr 1fr}}
@media print{.filters,details{display:none}.runbook{break-inside:avoid}.many .runbook{content-visibility:visible}}
`;
