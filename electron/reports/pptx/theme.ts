import { NS, XML_HEADER } from './emu.ts'
import { fill } from './palette.ts'

/** DESIGN.md §3 as a theme: what the clerk adds by hand takes the same colours and the same face. */
const COLOURS = {
  dk1: '1B2430',
  lt1: 'FFFFFF',
  dk2: '475362',
  lt2: 'F1F3F5',
  accent1: '1F5187',
  accent2: 'BF1A20',
  accent3: '8FB0D1',
  accent4: 'A84608',
  accent5: '7D5A00',
  accent6: '2B6A58',
  hlink: '1F5187',
  folHlink: '475362'
} as const
/** On every Windows since Vista; no font is embedded. */
const FACE = '微软雅黑'

export function themeXml(): string {
  const colours = Object.entries(COLOURS).map(
    ([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`
  )
  const font = (tag: string): string =>
    `<a:${tag}><a:latin typeface="${FACE}"/><a:ea typeface="${FACE}"/><a:cs typeface=""/></a:${tag}>`
  const plain = fill('<a:schemeClr val="phClr"/>')
  const line = (width: number): string =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${plain}<a:prstDash val="solid"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return (
    `${XML_HEADER}<a:theme xmlns:a="${NS.a}" name="亮绩赛马"><a:themeElements>` +
    `<a:clrScheme name="亮绩赛马">${colours.join('')}</a:clrScheme>` +
    `<a:fontScheme name="微软雅黑">${font('majorFont')}${font('minorFont')}</a:fontScheme>` +
    `<a:fmtScheme name="平面"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${[6350, 12_700, 19_050].map(line).join('')}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  )
}
