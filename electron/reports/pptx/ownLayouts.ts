import { BODY_AREA, FOOT_AREA, SLIDE, TITLE_AREA, type Box } from '#shared/domain/report/deck/slideRoom.ts'
import { emu, ROOT_NS, transform, XML_HEADER } from './emu.ts'
import { fill, OWN_PALETTE } from './palette.ts'
import { TREE } from './tree.ts'

/** Master and layouts of our own: white, hairlines, 靛青 for the one mark (DESIGN.md §3). */
const COVER_TITLE: Box = { x: 96, y: 150, width: 768, height: 110 }

/** The cover, for our own layout and for its page in the preview. */
export const COVER_PLACES = {
  title: COVER_TITLE,
  text: { x: 96, y: 282, width: 768, height: 110 },
  side: { x: 0, y: 0, width: 36, height: SLIDE.height },
  rule: {
    x: COVER_TITLE.x,
    y: COVER_TITLE.y + COVER_TITLE.height + 10,
    width: COVER_TITLE.width,
    height: 1.5
  },
  sizes: [40, 36, 32, 28, 24]
} as const

const NUMBER_WIDTH = 60
const MINOR = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'

interface Place {
  id: number
  name: string
  ph: string
  box: Box
  anchor: 't' | 'ctr' | 'b'
  prompt: string
  style?: string
}

function place({ id, name, ph, box, anchor, prompt, style = '' }: Place): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>${prompt}</p:txBody></p:sp>`
  )
}

function bar(id: number, name: string, box: Box, colour: string): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr>` +
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'
  )
}

const prompt = (text: string): string => `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r></a:p>`
const NUMBER_FIELD =
  '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld></a:p>'

function small(align: 'l' | 'r'): string {
  return `<a:lvl1pPr algn="${align}"><a:defRPr sz="1200">${fill('<a:schemeClr val="tx2"/>')}${MINOR}</a:defRPr></a:lvl1pPr>`
}

function footPlaces(): string {
  const width = FOOT_AREA.width - NUMBER_WIDTH
  const number = { ...FOOT_AREA, x: FOOT_AREA.x + width, width: NUMBER_WIDTH }
  return (
    place({
      id: 5,
      name: '页脚',
      ph: 'type="ftr" sz="quarter" idx="3"',
      box: { ...FOOT_AREA, width },
      anchor: 'ctr',
      prompt: '<a:p><a:endParaRPr lang="zh-CN"/></a:p>',
      style: small('l')
    }) +
    place({
      id: 6,
      name: '页码',
      ph: 'type="sldNum" sz="quarter" idx="4"',
      box: number,
      anchor: 'ctr',
      prompt: NUMBER_FIELD,
      style: small('r')
    })
  )
}

function bodyLevel(level: number): string {
  const indent = 20 * level
  return (
    `<a:lvl${level}pPr marL="${emu(indent)}" indent="${emu(-20)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
    '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="800"/></a:spcAft>' +
    `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>` +
    `<a:defRPr sz="${2200 - level * 200}" kern="1200">${fill('<a:schemeClr val="tx1"/>')}${MINOR}</a:defRPr></a:lvl${level}pPr>`
  )
}

export function otherStyle(): string {
  return `<a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800" kern="1200">${fill('<a:schemeClr val="tx1"/>')}${MINOR}</a:defRPr></a:lvl1pPr>`
}

export function masterXml(): string {
  const title =
    `<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>` +
    `<a:defRPr sz="2800" b="1" kern="1200">${fill('<a:schemeClr val="tx1"/>')}<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>`
  const rule = { ...BODY_AREA, y: TITLE_AREA.y + TITLE_AREA.height + 4, height: 1 }
  const mark = { x: 0, y: TITLE_AREA.y + 8, width: 12, height: TITLE_AREA.height - 16 }
  return (
    `${XML_HEADER}<p:sldMaster ${ROOT_NS}><p:cSld><p:bg><p:bgPr>${fill('<a:schemeClr val="bg1"/>')}<a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE}` +
    bar(7, '标题左侧的竖条', mark, OWN_PALETTE.strong) +
    bar(8, '标题下的线', rule, OWN_PALETTE.hairline) +
    place({
      id: 2,
      name: '标题',
      ph: 'type="title"',
      box: TITLE_AREA,
      anchor: 'ctr',
      prompt: prompt('单击此处编辑标题')
    }) +
    place({
      id: 3,
      name: '正文',
      ph: 'type="body" idx="1"',
      box: BODY_AREA,
      anchor: 't',
      prompt: prompt('单击此处编辑正文')
    }) +
    footPlaces() +
    '</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>' +
    '<p:hf hdr="0" dt="0"/>' +
    `<p:txStyles><p:titleStyle>${title}</p:titleStyle><p:bodyStyle>${[1, 2, 3].map(bodyLevel).join('')}</p:bodyStyle><p:otherStyle>${otherStyle()}</p:otherStyle></p:txStyles></p:sldMaster>`
  )
}

function layoutXml(type: string, name: string, shapes: string, ownShapesOnly: boolean): string {
  return (
    `${XML_HEADER}<p:sldLayout ${ROOT_NS} type="${type}" preserve="1"${ownShapesOnly ? ' showMasterSp="0"' : ''}>` +
    `<p:cSld name="${name}"><p:spTree>${TREE}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
  )
}

export function coverLayout(): string {
  const { title, text, side, rule } = COVER_PLACES
  const titleStyle = `<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1">${fill('<a:schemeClr val="accent1"/>')}</a:defRPr></a:lvl1pPr>`
  const textStyle = `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="2000">${fill('<a:schemeClr val="tx1"/>')}</a:defRPr></a:lvl1pPr>`
  return layoutXml(
    'title',
    '封面和结束页',
    bar(7, '左侧的竖条', side, OWN_PALETTE.strong) +
      bar(8, '标题下的线', rule, OWN_PALETTE.strong) +
      place({
        id: 2,
        name: '标题',
        ph: 'type="ctrTitle"',
        box: title,
        anchor: 'b',
        prompt: prompt('单击此处编辑标题'),
        style: titleStyle
      }) +
      place({
        id: 3,
        name: '副标题',
        ph: 'type="subTitle" idx="1"',
        box: text,
        anchor: 't',
        prompt: prompt('单击此处编辑副标题'),
        style: textStyle
      }) +
      place({
        id: 5,
        name: '页脚',
        ph: 'type="ftr" sz="quarter" idx="3"',
        box: { ...FOOT_AREA, x: title.x, width: title.width },
        anchor: 'ctr',
        prompt: '<a:p><a:endParaRPr lang="zh-CN"/></a:p>',
        style: small('l')
      }),
    true
  )
}

export function contentLayout(): string {
  return layoutXml(
    'obj',
    '标题和内容',
    place({
      id: 2,
      name: '标题',
      ph: 'type="title"',
      box: TITLE_AREA,
      anchor: 'ctr',
      prompt: prompt('单击此处编辑标题')
    }) +
      place({
        id: 3,
        name: '内容',
        ph: 'idx="1"',
        box: BODY_AREA,
        anchor: 't',
        prompt: prompt('单击此处编辑正文')
      }) +
      footPlaces(),
    false
  )
}
