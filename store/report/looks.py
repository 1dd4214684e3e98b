"""How a report looks: on a phone, on a large screen, in the dark, and on A4."""

from __future__ import annotations

LOOKS = """\
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--link:#0b57a4;
--good:#1a7f37;--watch:#8a4b00;--alarm:#b3261e;--card:#f6f8fa}
@media screen and (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;
--line:#2a313c;--link:#7cc0ff;--good:#56d364;--watch:#ffb866;--alarm:#ff8a80;--card:#151b23}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:60rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7em;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.3em;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05em;margin:1.3rem 0 .4rem}
p{margin:.5rem 0}
header p,.note,footer{color:var(--soft)}
.note,footer{font-size:.9em}
a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:.8rem 0 0;padding:0}
ul{margin:.4rem 0;padding-left:1.3rem}
li{margin:.2rem 0}
li ul{margin:0;color:var(--soft)}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem}
th,td{padding:.35rem .45rem;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;font-size:.85em}
thead th{overflow-wrap:normal}
tbody th{font-weight:600;min-width:8.5rem}
td{min-width:4.7rem;overflow-wrap:normal}
td.long{overflow-wrap:anywhere}
th.number,.number{text-align:right}
td.number{min-width:0}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.mark{font-weight:700}
.good{color:var(--good)}
.watch{color:var(--watch)}
.alarm{color:var(--alarm)}
.plain{color:var(--soft)}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
td svg{display:block;width:8.25rem;height:2rem}
figure{margin:1rem 0}
figure svg{width:100%;height:auto;display:block}
figcaption{color:var(--soft);font-size:.9em}
footer{margin-top:2.5rem;border-top:1px solid var(--line)}
@media screen and (max-width:46rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tr{display:block;background:var(--card);border:1px solid var(--line);border-radius:.5rem;
margin:.6rem 0;padding:.5rem .8rem}
tbody th,td{display:block;border:0;padding:.1rem 0}
td{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;align-items:center;text-align:left}
td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}
td.empty{display:none}
td,tbody th{min-width:0;overflow-wrap:anywhere}
td>span{min-width:0}
.number{text-align:left;white-space:normal}
}
@page{size:A4;margin:16mm 14mm}
@media print{
body{max-width:none;padding:0;font-size:10pt}
nav{display:none}
th,td{padding:.25rem .35rem}
td{min-width:4.2rem}
h2,h3{break-after:avoid}
figure,tr,li{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
"""
"""CSS of a report."""
