import type { PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { FontRole, FontTable } from '../fontTable.ts'
import { pageGeometry, type PageGeometry } from './pageGeometry.ts'

/** What Windows, WPS and Linux may have in place of a font that is missing after all. */
const STAND_INS: Readonly<Record<FontRole, string>> = {
  title: "'FZXiaoBiaoSong-B05S','宋体','SimSun','Noto Serif CJK SC',serif",
  body: "'仿宋','FangSong','Noto Serif CJK SC',serif",
  kai: "'楷体','KaiTi','Noto Serif CJK SC',serif",
  head: "'黑体','SimHei','Noto Sans CJK SC',sans-serif",
  song: "'宋体','SimSun','Noto Serif CJK SC',serif"
}

/** Text in a CSS string inside a style element: it can close neither. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ，。·：、—–-]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`
}

function families(fonts: FontTable, role: FontRole): string {
  return `${cssString(fonts[role].name)},${STAND_INS[role]}`
}

/** Heads and feet of the pages of a section: preview mark above, 「— 1 —」 outside and provenance inside below. */
function pageRule(page: PageGeometry, { mark, provenance }: PaperDocument, fonts: FontTable): string {
  const [top, right, bottom, left] = page.margins
  const official = page.name.startsWith('official')
  const number = `content:"— " counter(page) " —";font:${official ? '14pt' : '10.5pt'} ${families(fonts, 'song')}`
  const origin = `content:${cssString(provenance)};font:9pt ${families(fonts, 'song')}`
  const foot = `vertical-align:top;padding-top:${official ? 7 : 4}mm`
  const outer = `padding-${'SIDE'}:1em`
  const side = (at: 'left' | 'right', what: string): string =>
    `@bottom-${at}{${what};${foot};text-align:${at}}`
  const feet = (outside: 'left' | 'right', inside: 'left' | 'right'): string =>
    `@page ${page.name}:${outside}{${side(outside, `${number};${outer.replace('SIDE', outside)}`)}${side(inside, origin)}}`
  const head =
    mark === ''
      ? ''
      : `@top-right{content:${cssString(mark)};font:bold 12pt ${families(fonts, 'head')};vertical-align:bottom;padding-bottom:${official ? 12 : 3}mm}`
  return `@page ${page.name}{size:A4 ${page.orientation.toLowerCase()};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;${head}}
${feet('right', 'left')}
${feet('left', 'right')}
.${page.name}{page:${page.name}}`
}

/** The type area of 公文 holds 22 lines of 28 characters in 3号, whatever the font (S68). */
const OFFICIAL = `.official{--line:calc(225mm/22 - .02px);font-size:16pt;line-height:var(--line);letter-spacing:calc(156mm/28 - 16pt - .02px);text-align:justify;orphans:1;widows:1}
.official p{text-indent:2em}
.official p.flush,.official .closing p,.official p.meta,.official p.remark,.official p.note{text-indent:0}
.official .doc-number{text-indent:0;text-align:center;margin-bottom:var(--line)}
.official h1{font-size:22pt;line-height:calc(var(--line)*1.2);letter-spacing:0;margin-bottom:var(--line)}
.official .h1,.official .h2,.official .h3{font-size:16pt;text-indent:2em;break-after:avoid;break-inside:avoid}
.official .attachments{margin-top:var(--line)}
.official .closing{margin-top:calc(var(--line)*2)}
.official .attachment-label+h1,.official .attachment-label+.table{margin-top:var(--line)}`

const TABLES = `.table{break-inside:auto}
.table+.table{margin-top:.6em}
.table.more{break-before:page;margin-top:0}
.table-title{font-size:18pt;line-height:1.5;font-weight:var(--title-weight);text-align:center;letter-spacing:0;text-wrap:balance;break-after:avoid}
.table-title small{font-size:.7em}
.meta{display:flex;justify-content:space-between;gap:2em;font-size:11pt;line-height:1.9;letter-spacing:0;break-after:avoid}
table{width:calc(100% - 2px);margin:0 1px;border-collapse:collapse;table-layout:fixed;border:1.2pt solid #000;letter-spacing:0;line-height:1.3;text-align:left;text-indent:0;font-variant-numeric:tabular-nums}
thead{display:table-header-group;break-inside:avoid}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:.12em .4em;height:var(--row);overflow-wrap:anywhere;white-space:pre-line;vertical-align:middle}
th{font-weight:normal;text-align:center;text-wrap:balance;padding:.3em .15em}
.c{text-align:center}.r{text-align:right}.b{font-weight:bold}.red{color:#bf1a20}
td.r{white-space:nowrap}
tr.opens>td,.foot>tr:first-child>td{border-top-width:1.2pt}
tr.band{break-after:avoid}
tr.band>td{font-weight:bold}
tbody:has(+.foot)>tr:last-child,tbody:has(+.end)>tr:last-child{break-after:avoid}
.end td{height:auto;padding:0;border:hidden;border-top:1.2pt solid #000;white-space:normal;text-align:left}
.remark{font-size:9.5pt;line-height:1.55;margin-top:.4em;letter-spacing:0}
.remark+.remark{margin-top:0}
.signs{display:flex;justify-content:space-between;gap:1em;font-size:11pt;line-height:1.6;margin-top:1.2em;letter-spacing:0;text-indent:0}
.signs span{flex:1;white-space:nowrap}`

const CARDS = `.charts{display:flex;gap:5mm;margin:2mm 0;break-inside:avoid;letter-spacing:0;line-height:normal;text-indent:0}
.charts figure{margin:0;flex:1;min-width:0}
.charts svg{display:block;max-width:100%}
.figures{display:flex;border:1.2pt solid #000;margin:.6em 0;letter-spacing:0;text-indent:0;break-inside:avoid}
.figures>div{flex:1;display:grid;justify-items:center;gap:.1em;padding:.45em .3em;line-height:1.3;text-align:center}
.figures>div+div{border-left:.5pt solid #000}
.figures span{font-size:.9em;min-height:1.3em}
.figures b{font-size:1.65em;font-variant-numeric:tabular-nums}
.caption{font-size:1.1em;line-height:1.5;margin:.5em 0 .2em;break-after:avoid}
.note{font-size:9pt;line-height:1.5}
.card .note{font-size:.92em}
.card,.sheet{font-size:10.5pt;line-height:1.5}
.card h1{font-size:1.7em;line-height:1.5}
.sheet h1{font-size:18pt;line-height:1.5}
.card .doc-number,.sheet .doc-number{text-align:center}
.card .table-title{font-size:1.2em}
.card .signs,.card .meta,.card .remark{font-size:.95em}
.attachment-label{font-size:16pt;line-height:1.5;text-indent:0!important}`

/** The whole style sheet of a document. */
export function paperStyle(document: PaperDocument, fonts: FontTable): string {
  const pages = new Map<string, PageGeometry>()
  for (const section of document.sections) {
    const page = pageGeometry(section)
    pages.set(page.name, page)
  }
  const font = (role: FontRole): string => `font-family:${families(fonts, role)}`
  return `*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{color:#000;background:#fff;${font('body')};text-autospace:no-autospace;line-break:strict;--title-weight:${fonts.title.installed ? 'normal' : 'bold'}}
section{break-before:page}
section:first-child{break-before:auto}
h1,.table-title{${font('title')};font-weight:var(--title-weight);text-align:center;white-space:pre-line;text-wrap:balance}
h1{break-after:avoid}
h2,h3,h4{font-weight:normal}
.h1,th,.attachment-label,.caption{${font('head')}}
.h2,.kai{${font('kai')}}
.h3{font-weight:bold}
section span{line-height:0}
.signs span,.meta span,.figures span{line-height:inherit}
.flush{text-indent:0}
.attachments{display:flex;break-inside:avoid;padding-left:2em}
.attachments>span{flex:none}
.attachments ul{list-style:none;flex:1}
.attachments li{display:flex;gap:.3em}
.attachments li>span:last-child{flex:1}
.attachments span{line-height:inherit}
.closing{text-align:right;break-inside:avoid;break-before:avoid}
${OFFICIAL}
${TABLES}
${CARDS}
${[...pages.values()].map((page) => pageRule(page, document, fonts)).join('\n')}`
}

const LAYOUT_CLASS: Readonly<Record<PaperSection['layout'], string>> = {
  OFFICIAL: 'official',
  TABLE: 'sheet',
  CARD: 'card'
}

/** Classes of a section: its look and its page. */
export function sectionClass(section: PaperSection): string {
  return `${LAYOUT_CLASS[section.layout]} ${pageGeometry(section).name}`
}
