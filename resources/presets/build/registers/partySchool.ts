import type { SampleItem } from './registerData.ts'

/** 市委党校（示例）: problems by channel, promises, the year's tasks. All invented but the mechanisms. */
export const PARTY_SCHOOL_ITEMS: readonly SampleItem[] = [
  {
    type: 'ANNUAL_TARGET',
    title: '主体班次办学质量提升',
    owner: '教务处',
    partners: ['学员管理处'],
    due: '2026-12-20',
    rankTarget: '全省党校系统前3',
    measures: '集体备课、公开课、学员评教三项同步',
    tags: ['HEAVY'],
    pace: 1.02
  },
  {
    type: 'ANNUAL_TARGET',
    title: '学员论坛“实践者为·说·论”全年12场',
    owner: '学员管理处',
    due: '2026-12-10',
    measures: '每季3场，上台学员提前两周确定',
    tags: ['NEW'],
    pace: 1.05
  },
  {
    type: 'ANNUAL_TARGET',
    title: '《党校建言》报送与采用',
    owner: '科研处',
    partners: ['经济学教研室', '公共管理教研室'],
    due: '2026-12-25',
    rankTarget: '采用数全省前5',
    measures: '选题会每月一次，带题下基层',
    tags: ['SHORTFALL'],
    pace: 0.82
  },
  {
    type: 'ANNUAL_TARGET',
    title: '生态文明干部学院接待培训',
    owner: '生态文明教研室',
    partners: ['行政后勤处'],
    due: '2026-11-30',
    measures: '开发现场教学点、统一接待流程',
    tags: ['NEW'],
    pace: 1.0
  },
  {
    type: 'ANNUAL_TARGET',
    title: '师资队伍挂职锻炼',
    owner: '组织人事处',
    due: '2026-10-31',
    measures: '分两批到乡镇和部门挂职',
    pace: 0.95
  },
  {
    type: 'COMMITMENT',
    title: '学员食堂明厨亮灶',
    owner: '行政后勤处',
    due: '2026-03-25',
    urgency: 'TIMED',
    measures: '改造操作间，公开菜价',
    pace: 1.3
  },
  {
    type: 'COMMITMENT',
    title: '图书借阅24小时自助',
    owner: '图书信息中心',
    due: '2026-06-20',
    urgency: 'TIMED',
    measures: '购置自助设备，对接一卡通',
    pace: 1.1
  },
  {
    type: 'COMMITMENT',
    title: '教学楼无障碍改造',
    owner: '行政后勤处',
    due: '2026-09-20',
    urgency: 'SPECIAL',
    measures: '坡道、电梯、卫生间同步改造',
    tags: ['HARD'],
    pace: 0.7
  },
  {
    type: 'COMMITMENT',
    title: '请销假线上办理',
    owner: '学员管理处',
    partners: ['图书信息中心'],
    due: '2026-04-15',
    urgency: 'IMMEDIATE',
    measures: '上线小程序',
    pace: 1.4
  },
  {
    type: 'PROBLEM',
    title: '课程更新不及时',
    owner: '教务处',
    due: '2026-06-30',
    source: 'INSPECTION',
    measures: '每季淘汰三分之一旧课',
    tags: ['SHORTFALL'],
    pace: 1.0
  },
  {
    type: 'PROBLEM',
    title: '固定资产账实不符',
    owner: '行政后勤处',
    due: '2026-05-31',
    source: 'AUDIT',
    measures: '全面盘点，逐件贴码',
    pace: 0.9
  },
  {
    type: 'PROBLEM',
    title: '课题经费报销慢',
    owner: '科研处',
    due: '2026-04-30',
    source: 'SUPERVISION',
    measures: '限时5个工作日办结',
    pace: 1.2
  },
  {
    type: 'PROBLEM',
    title: '学员宿舍热水问题',
    owner: '行政后勤处',
    due: '2026-02-28',
    urgency: 'IMMEDIATE',
    source: 'PETITION',
    measures: '更换锅炉',
    pace: 1.5
  },
  {
    type: 'PROBLEM',
    title: '消防通道占用',
    owner: '办公室',
    due: '2026-03-31',
    urgency: 'IMMEDIATE',
    source: 'SAFETY',
    measures: '清理并划线管理',
    pace: 1.5
  },
  {
    type: 'TASK_FORCE',
    title: '新校区搬迁专班',
    owner: '办公室',
    partners: ['行政后勤处', '图书信息中心'],
    due: '2026-11-15',
    measures: '周例会、清单销号',
    tags: ['HARD'],
    pace: 0.85
  }
]
