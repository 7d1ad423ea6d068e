import { ROOT_NS, xml, XML_HEADER } from './emu.ts'
import { TREE } from './tree.ts'

function place(id: number, name: string, ph: string, frame: string, text: string): string {
  const locks = ph.includes('sldImg')
    ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    : '<a:spLocks noGrp="1"/>'
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr>${locks}</p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${frame}</p:spPr>${text}</p:sp>`
  )
}

const IMAGE = 'type="sldImg" idx="2"'
const BODY = 'type="body" sz="quarter" idx="3"'

function frame(x: number, y: number, width: number, height: number): string {
  return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
}

/** The page on which notes are printed: the slide above, its text below. */
export function notesMasterXml(): string {
  const text =
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>备注</a:t></a:r></a:p></p:txBody>'
  return (
    `${XML_HEADER}<p:notesMaster ${ROOT_NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE}` +
    place(2, '幻灯片图像', IMAGE, frame(685_800, 685_800, 5_486_400, 3_086_100), '') +
    place(3, '备注', BODY, frame(685_800, 4_000_500, 5_486_400, 4_457_700), text) +
    '</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    '<p:notesStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>'
  )
}

export function notesSlideXml(notes: string): string {
  const paragraphs = notes
    .split('\n')
    .map((line) => `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${xml(line)}</a:t></a:r></a:p>`)
    .join('')
  return (
    `${XML_HEADER}<p:notes ${ROOT_NS}><p:cSld><p:spTree>${TREE}` +
    place(2, '幻灯片图像', 'type="sldImg"', '', '') +
    place(
      3,
      '备注',
      'type="body" idx="1"',
      '',
      `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>`
    ) +
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  )
}
