/** What a piece of text is, as GB/T 9704 names fonts: 小标宋, 仿宋, 楷体, 黑体, 宋体. */
export type FontRole = 'title' | 'body' | 'kai' | 'head' | 'song'

export interface FontChoice {
  /** Name in the standard: 方正小标宋简体. */
  official: string
  /** Name that is written into the file. */
  name: string
  /** False: the official font is missing here and `name` stands in for it. */
  installed: boolean
}

export type FontTable = Readonly<Record<FontRole, FontChoice>>

/** Official names, whether or not they are here: for a file that is printed on another machine. */
export const OFFICIAL_FONTS: FontTable = {
  title: { official: '方正小标宋简体', name: '方正小标宋简体', installed: true },
  body: { official: '仿宋_GB2312', name: '仿宋_GB2312', installed: true },
  kai: { official: '楷体_GB2312', name: '楷体_GB2312', installed: true },
  head: { official: '黑体', name: '黑体', installed: true },
  song: { official: '宋体', name: '宋体', installed: true }
}

/** What stands in for an official font, best first. Noto is what Linux has. */
const STAND_INS: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['方正小标宋_GBK', '方正小标宋_GB18030', '华文中宋', '宋体', 'Noto Serif CJK SC'],
  body: ['仿宋', '华文仿宋', '楷体', '宋体', 'Noto Serif CJK SC'],
  kai: ['楷体', '华文楷体', '仿宋', '宋体', 'Noto Serif CJK SC'],
  head: ['微软雅黑', '华文黑体', 'Noto Sans CJK SC'],
  song: ['新宋体', '华文宋体', '仿宋', 'Noto Serif CJK SC']
}

/**
 * The official fonts where `families` has them, else the best that stands in. Where nothing of the kind is known, the file
 * keeps the official name and the program that opens it chooses.
 */
export function fontsAmong(families: ReadonlySet<string>): FontTable {
  const choose = (role: FontRole): FontChoice => {
    const { official } = OFFICIAL_FONTS[role]
    if (families.has(official)) return OFFICIAL_FONTS[role]
    const name = STAND_INS[role].find((family) => families.has(family)) ?? official
    return { official, name, installed: false }
  }
  return {
    title: choose('title'),
    body: choose('body'),
    kai: choose('kai'),
    head: choose('head'),
    song: choose('song')
  }
}
