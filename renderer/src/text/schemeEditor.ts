import type { Problem } from '#shared/problem.ts'
import { listNames, printNumber } from './format.ts'

/** Sums that differ from the declared full mark, with who has them. */
interface WrongSum {
  total: string
  declared: string | null
  units: readonly string[]
}

function wrongSum({ total, declared, units }: WrongSum, name: (code: string) => string): string {
  const who = units.length === 0 ? '' : `${listNames(units.map(name))}：`
  return `${who}合计 ${printNumber(total)}，满分${declared === null ? '还没有填' : ` ${printNumber(declared)}`}`
}

export const schemeEditorText = {
  title: '编辑方案',
  noName: '没有名称',
  untitled: '没有名称的方案',
  back: '考核方案',
  tabs: {
    TREE: '指标与规则',
    TARGETS: '目标',
    UNITS: '单位与组别',
    POLICIES: '通用规则',
    RACE: '赛项设置'
  },
  notFound: '这份草稿已经不在了',
  notFoundHint: '它可能已经生效，或已被删除。请回到「考核方案」查看。',
  toScheme: '回到考核方案',
  undo: '撤销',
  redo: '重做',
  undoOf: (label: string | null) => (label === null ? '没有可以撤销的' : `撤销：${label}（Ctrl+Z）`),
  redoOf: (label: string | null) => (label === null ? '没有可以重做的' : `重做：${label}（Ctrl+Y）`),
  undone: (label: string) => `已撤销：${label}`,
  redone: (label: string) => `已重做：${label}`,
  save: {
    SAVED: '已保存',
    SAVING: '保存中…',
    UNSAVED: '未保存',
    CONFLICT: '未保存',
    FAILED: '没有存上'
  },
  retry: '再存一次',
  unsaved: {
    KEPT: '草稿还有改动没有存上。改动留在这个窗口里，再打开这份草稿会接着存；请不要关掉程序。',
    CLOSING: '草稿还有改动没有存上，现在关掉就丢了。请先按「再存一次」；再关一次窗口就放弃这些改动。'
  },
  conflict: {
    title: '草稿在别处改过',
    body: '这份草稿在你编辑的同时被改过（另一个窗口或命令行）。两份不能合在一起，请选一份。',
    theirs: '改用那一份',
    theirsHint: '放弃你这里还没存上的改动。',
    mine: '仍用我这一份',
    mineHint: '盖掉那边的改动。',
    later: '先不处理'
  },
  export: '导出',
  exportJson: '方案文件（.json）',
  exportXlsx: 'Excel 表（.xlsx）',
  exported: (file: string) => `已导出「${file}」`,
  reveal: '打开所在文件夹',
  info: {
    open: '方案信息',
    title: '方案名称',
    organisation: '单位全称',
    basis: '依据文件',
    basisHint: '例如 江体考〔2026〕2号',
    year: '年度',
    changed: (what: string) => `改${what}`
  },
  tree: {
    title: '赛项、板块与指标',
    hint: (dimensions: number, indicators: number) => `${dimensions} 板块 · ${indicators} 指标`,
    newIndicator: '新指标',
    newDimension: '新板块',
    newRace: '新赛项',
    copyOf: (name: string) => `${name}（副本）`,
    unnamed: '请写名称',
    fillIn: '请填',
    points: '分',
    chooseKind: '请选计分方式',
    nobody: '没有写',
    composition: { SUM: '各项相加', WEIGHTED: '折算到满分' },
    directions: { UP: '越高越好', DOWN: '越低越好', TARGET: '接近为好' },
    natures: { PERIOD: '当季', CUMULATIVE: '累计' },
    head: {
      name: '名称',
      fullMark: '满分',
      sum: '合计',
      kind: '计分方式',
      unit: '单位',
      direction: '方向',
      nature: '口径',
      provider: '数据由谁报',
      owner: '责任单位'
    },
    fold: '收起',
    unfold: '展开',
    scaled: '折算',
    addsUp: '合计等于满分',
    variousSums: '各组不同',
    sumKinds: (count: number) => `${count} 处不符`,
    wrongSums: (sums: readonly WrongSum[], name: (code: string) => string) =>
      sums.map((sum) => wrongSum(sum, name)).join('\n'),
    changed: (what: string) => `改${what}`,
    add: '加指标',
    addDimension: '加板块',
    addRace: '加赛项',
    duplicate: '复制',
    remove: '删除',
    up: '上移',
    down: '下移',
    more: '更多',
    keys: { add: 'Insert', duplicate: 'Ctrl+D', remove: 'Ctrl+Delete', up: 'Alt+↑', down: 'Alt+↓' },
    steps: {
      add: '加指标',
      addDimension: '加板块',
      addRace: '加赛项',
      duplicate: '复制一行',
      remove: (name: string) => `删除「${name}」`,
      move: '移动一行'
    },
    removed: (name: string, inside: number) =>
      `已删除「${name}」${inside === 0 ? '' : `和其中 ${inside} 项指标`}，按 Ctrl+Z 撤销`,
    empty: '还没有赛项',
    emptyHint: '一个赛项排一次名。先加一个赛项，再在里面加板块和指标。',
    noIndicators: '还没有指标',
    noIndicatorsHint: '按「加指标」开始；名称、满分、计分方式都可以直接在表里改。'
  },
  pane: {
    title: '指标说明',
    choose: '左边选一项指标，这里改它的计分方式。',
    fullMark: '满分',
    targets: (count: number) => (count === 0 ? '下达目标' : `目标 ${count} 条`),
    kind: '计分方式',
    kindHint: '按意思选，选好后下面的参数、读法、示例会跟着变',
    source: (sources: readonly string[]) =>
      sources.length === 0 ? '没有公开出处' : `出处 ${sources.join('、')}`,
    words: '读出来是这样',
    wordsMissing: '参数还没有填完，填好后这里会读出整条规则。',
    changedKind: '改计分方式',
    changedParam: (label: string) => `改参数「${label}」`,
    fromExample: '照示例填参数',
    unknownKind: (kind: string) => `这个版本不认识计分方式「${kind}」，请另选一种。`,
    dimension: (name: string, indicators: number) => `板块「${name}」有 ${indicators} 项指标`,
    race: (name: string) => `赛项「${name}」`,
    useHint: '这一行的名称、满分、合成方式直接在左边的表里改；加分减分、等次、榜单在「赛项设置」。',
    moreProblems: (count: number) => `还有 ${count} 条`,
    fewerProblems: '收起',
    params: '参数'
  },
  line: {
    title: '数值落在哪里',
    hint: (axis: string) => `${axis}，示意图不按比例；圆点在哪边，这个数就算哪边`,
    gap: '空档',
    overlap: '重叠',
    segment: (where: string, label: string) => `${where}：${label}`
  },
  example: {
    title: '算一遍看看',
    hint: '数可以改，结果由计算程序算出',
    reset: '恢复示例数',
    head: {
      unit: '单位',
      target: '目标',
      actual: '实际',
      score: '评分',
      ratings: '各项、各评委',
      result: '得分'
    },
    status: { SCORED: '', NA: '不适用', MISSING: '缺报', REFUSED: '算不出' },
    cell: (unit: string, field: string) => `${unit}${field}`,
    ratingsHint: '用顿号隔开，有名称的写「名称=数」',
    paramsMissing: '参数还没有填完整，上面标出的几处填好后，这里就会算。',
    numbersWrong: '示例里有的数写得不对。不适用写「/」，没有报写「缺」。',
    bothModes: '实线是现在选的算法，虚线是另一种',
    zoomOut: '看全貌',
    zoomIn: '放大看每一档',
    curve: (unit: string) => `得分随「${unit}」的实际值变化`,
    points: '得分',
    step: '按档（不足一档不算）',
    linear: '连续（按比例）'
  },
  more: {
    title: '更多',
    hint: '适用范围、各组不同、缺报、共同完成',
    applies: '适用范围',
    appliesHint: '都不选就是赛项里的全部单位；选了组别或单位，就只算选到的',
    groups: '适用组别',
    units: '另外适用的单位',
    except: '不适用的单位',
    all: '全部',
    none: '没有',
    missing: '缺报怎么办',
    missingInherit: '按通用规则',
    missings: {
      BLOCK_UNIT: '暂不排名，等补报',
      ZERO: '计 0 分',
      FLOOR: '给满分的百分之几',
      DEDUCT: '满分里扣几分'
    },
    missingFloor: '给满分的',
    missingPoints: '扣',
    aliases: '表里也写作',
    aliasesHint: '一个一个输入，按回车',
    clause: '条款',
    clauseHint: '例如 第八条（一）',
    precision: '数值小数位',
    variants: '各组不同',
    variantsHint: '某个组的满分或计分方式与上面不同时加一行',
    variantAdd: '加一个组',
    variantGroup: '组别',
    variantMark: '这个组的满分',
    variantRule: '计分方式也不同',
    variantRemove: '删去',
    groupMarks: '各组满分不同',
    groupMarksHint: '某个组的满分与上面不同时加一行',
    shared: '共同完成',
    sharedHint: '一件事几个单位一起做：成绩记在牵头单位名下，再按比例分给各单位',
    sharedDivide: '分什么',
    divides: { SCORE: '先计分，再分得分', VALUE: '先分数值，再计分' },
    workAdd: '加一件事',
    workName: '事项',
    workFrom: '牵头单位（由它报数）',
    workShares: '各单位的比例',
    shareAdd: '加一个单位',
    cellUnit: (row: number) => `第 ${row} 个单位`,
    cellShare: (row: number) => `第 ${row} 个单位的比例`,
    shareSum: (sum: string) => `合计 ${sum}%`,
    shareOver: (sum: string) => `合计 ${sum}%，超过 100%：每个单位都多算了`,
    remove: '删去',
    changed: (what: string) => `改${what}`
  },
  form: {
    noParams: '这种计分方式没有参数。',
    noNumber: '要填一个数',
    startHint: (title: string) => `参数还空着。可以先照示例填上再改：${title}`,
    start: '照示例填',
    anyUnit: '选单位',
    everyUnit: '*（全体单位）',
    anyGroup: '选组别',
    needsRow: '至少要有一行',
    addRow: '加一行',
    removeRow: '删',
    removeRowOf: (table: string, row: number) => `删去${table}第 ${row} 行`,
    moreColumns: (count: number) => `还有 ${count} 列`,
    fewerColumns: '收起少用的列',
    cell: (table: string, row: number, column: string) => `${table}第 ${row} 行${column}`
  },
  checks: {
    title: '检查',
    button: (errors: number, confirms: number) =>
      errors > 0
        ? `检查：${errors} 处必须修`
        : confirms > 0
          ? `检查：${confirms} 处请确认`
          : '检查：没有问题',
    hint: '点一条，就到要改的地方。',
    stale: '刚才的改动还没有检查，保存后会更新。',
    none: '没有问题',
    noneHint: '满分加得起来，计分方式和适用范围都齐了，可以生效。',
    count: (count: number) => `${count} 处`
  },
  difference: {
    units: '单位',
    groups: '组别',
    races: '赛项设置',
    dimensions: '板块',
    indicators: '指标',
    targets: '目标',
    policies: '通用规则有改动',
    rest: '方案信息或其他设置有改动',
    line: (what: string, added: number, removed: number, changed: number) =>
      `${what}：${[
        added === 0 ? '' : `新增 ${added}`,
        removed === 0 ? '' : `删去 ${removed}`,
        changed === 0 ? '' : `改动 ${changed}`
      ]
        .filter((part) => part !== '')
        .join('，')}`
  },
  activate: {
    open: '生效…',
    blocked: (errors: number) => `还有 ${errors} 处必须修，修好才能生效`,
    unsaved: '改动还没有存上，存好才能生效',
    title: '让这份方案生效',
    consequence:
      '从选定的季度起按这份方案计分。已冻结的季度不受影响。生效后草稿就没有了；要再改，从「修改方案」另起一份。',
    period: '从哪个季度起',
    difference: '与这个季度现在的方案相比',
    first: '这个季度还没有方案。',
    noDifference: '没有任何不同。',
    confirms: (count: number) => `${count} 处请确认`,
    accept: '请先核对上面几处，并打勾',
    accepted: '以上几处我已核对，就这样办',
    verb: (quarter: string) => `从${quarter}起生效`,
    done: (quarter: string) => `新方案已从${quarter}起生效`
  },
  level: (problems: readonly Problem[], level: Problem['level']) =>
    problems.filter((problem) => problem.level === level).length
} as const
