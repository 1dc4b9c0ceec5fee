/** The style of the run report only. */
export const REPORT_STYLE = `
.outcome{font-size:1.15rem;font-weight:650;margin:0 0 .5rem}
.summary{margin:.4rem 0;padding-left:1.2rem}.summary li{margin:.15rem 0;overflow-wrap:anywhere}
.timeline ol{list-style:none;margin:0;padding:0}
.timeline ol li{display:grid;grid-template-columns:minmax(10rem,18rem) 1fr;gap:.75rem;align-items:center}
.timeline ol li.all{grid-template-columns:1fr}.timeline li.all~.axis{grid-template-columns:1fr}.timeline li.all~.axis>span{display:none}
.timeline ol a{color:inherit;text-decoration:none;font-size:.8125rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;line-height:22px}
.timeline a:hover{text-decoration:underline}
.timeline .axis{margin-top:.15rem;border-top:1px solid var(--line)}
.timeline .axis>span{line-height:22px;align-self:start}
.sign{display:inline-block;width:1.25em;text-align:center;font-weight:700;flex:none}
svg .wait{fill:var(--wait)}svg .hand{opacity:.55}
svg .check.good{fill:var(--card);stroke:var(--good);stroke-width:1.75;paint-order:normal}svg .check.warn{fill:var(--card);stroke:var(--warn);stroke-width:1.75;paint-order:normal}
.step{margin:0 0 .75rem;scroll-margin-top:.5rem}
.many .step{content-visibility:auto;contain-intrinsic-size:auto 12rem}
.step:target{outline:2px solid var(--info)}
.step.destroys{border-left:4px solid var(--bad)}
.step .title{display:flex;flex-wrap:wrap;gap:.15rem .4rem;align-items:baseline}
.step h3{flex:1 1 14rem}.step h3 a{color:inherit;text-decoration:none}.step h3 a:hover{text-decoration:underline}
.step .end{color:var(--soft);font-size:.8125rem}
.step p{font-size:.875rem}.step time{color:var(--soft);font-variant-numeric:tabular-nums;font-size:.8125rem;margin-right:.25rem}
pre.code{border-left:3px solid var(--info)}pre.was{border-left-color:var(--line);color:var(--soft)}
pre.out{border-style:dashed}
details.earlier summary{cursor:pointer;font-size:.8125rem;color:var(--info);padding:.15rem 0}
details.earlier+pre{margin-top:.25rem}
.checks{margin-top:.5rem}.checks th,.checks td{padding:.3rem .75rem .3rem 0}.checks td:first-child{width:24%}.checks td:nth-child(2){width:34%}
.log td:first-child{width:11rem;white-space:nowrap;color:var(--soft);font-variant-numeric:tabular-nums}
.a0{color:var(--a0)}.a1{color:var(--a1)}.a2{color:var(--a2)}.a3{color:var(--a3)}.a4{color:var(--a4)}.a5{color:var(--a5)}.a6{color:var(--a6)}.a7{color:var(--a7)}
.b0,.b1,.b2,.b3,.b4,.b5,.b6,.b7{color:var(--code)}
.b0{background:var(--a0)}.b1{background:var(--a1)}.b2{background:var(--a2)}.b3{background:var(--a3)}.b4{background:var(--a4)}.b5{background:var(--a5)}.b6{background:var(--a6)}.b7{background:var(--a7)}
.bold{font-weight:700}.faint{color:var(--soft)}.italic{font-style:italic}.underline{text-decoration:underline}
footer{margin-top:2.5rem}
.unreached{border-style:dashed}.unreached ul{list-style:none;margin:.3rem 0 0;padding:0;color:var(--soft)}
@media (max-width:40rem){.checks td[data-name]::before{content:attr(data-name) ": ";color:var(--soft)}.timeline ol li{grid-template-columns:1fr;gap:0}.log td:first-child,.checks td:first-child,.checks td:nth-child(2){width:auto}.timeline .axis>span{display:none}}
@media print{.many .step{content-visibility:visible}.timeline li{break-inside:avoid}}
`;
