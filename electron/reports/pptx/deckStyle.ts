import { SLIDE } from '#shared/domain/report/deck/slideRoom.ts'
import { BULLET_INDENT } from '#shared/domain/report/deck/slideText.ts'
import { CELL_EDGE, CELL_SIDE } from '#shared/domain/report/deck/fitTable.ts'

/** The look of our own master (DESIGN.md §3) for pages; places and sizes come with each element. */
export const DECK_STYLE = `@page{size:338.67mm 190.5mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:'Microsoft YaHei','微软雅黑','Noto Sans CJK SC',sans-serif;color:#1b2430;background:#fff;line-height:1.3;text-autospace:no-autospace}
.slide{position:relative;width:${SLIDE.width}pt;height:${SLIDE.height}pt;overflow:hidden;background:#fff;break-after:page;break-inside:avoid}
.slide:last-child{break-after:auto}
.slide>*{position:absolute}
.mark,.side{background:#1f5187}
.rule{background:#d5dbe1}
.rule.strong{background:#1f5187}
h1{display:flex;align-items:center;font-weight:bold;line-height:1.2}
.cover h1{align-items:flex-end;color:#1f5187}
.preview{display:flex;align-items:center;justify-content:center;font-size:14pt;font-weight:bold;color:#7d5a00;background:#fff8e1;border:0.75pt solid #7d5a00}
.foot{display:flex;align-items:center;font-size:12pt;color:#475362}
.foot.number{justify-content:flex-end}
ul{list-style:none}
li{position:relative;padding-left:${BULLET_INDENT}pt;margin-bottom:0.4em}
li::before{content:'•';position:absolute;left:0;color:#1f5187}
.figure{display:flex;flex-direction:column;justify-content:center;color:#475362;font-size:14pt}
.figure b{font-size:36pt;line-height:1.2;color:#1f5187}
h2{font-size:16pt;color:#1f5187}
table{border-collapse:collapse;table-layout:fixed}
th,td{padding:${CELL_EDGE}pt ${CELL_SIDE}pt;vertical-align:middle;border-bottom:0.5pt solid #d5dbe1;overflow-wrap:anywhere}
th{background:#f7f8f9;color:#475362;border-bottom:1pt solid #1f5187}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
.bold,tfoot td{font-weight:bold}
.tint{background:#eaf1f8}
.red{color:#bf1a20;font-weight:bold}
.opens td,tfoot tr:first-child td{border-top:1pt solid #1b2430}
.note{display:flex;align-items:flex-end;font-size:12pt;color:#475362}
.chart svg{display:block;width:100%;height:100%}
`
