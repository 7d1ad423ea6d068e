import type { DisplayContent } from '#shared/domain/report/display/displayContent.ts'
import { DISPLAY_CSS, pageMarkup, STAGE } from '#shared/domain/report/display/displayMarkup.ts'
import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'

const { width, height } = STAGE

/** Without scripts the pages stand below each other: so they are printed, one a sheet. */
const CSS = `
html,body{margin:0;padding:0;background:#fff}
.lj-sheet{page-break-after:always;page-break-inside:avoid}
.lj-sheet:last-child{page-break-after:auto}
.lj-play{overflow:hidden;height:100%}
.lj-play .lj-sheet{display:none;position:absolute;left:0;top:0;-webkit-transform-origin:0 0;-ms-transform-origin:0 0;transform-origin:0 0}
.lj-play .lj-now{display:block}
.lj-hint{display:none}
.lj-play .lj-hint{display:block;position:fixed;left:0;right:0;bottom:4px;text-align:center;font:14px sans-serif;color:#6b7682}
@page{size:${width}px ${height}px;margin:0}
@media print{.lj-play .lj-sheet{display:block;position:static;transform:none!important}.lj-hint{display:none!important}}
`

/**
 * Turns pages by itself. Written for browsers of 2011 and later (ES5, no modules): meeting rooms have old machines.
 * 空格 pauses, ← and → turn, F11 is the browser's own full screen.
 */
const SCRIPT = `
(function(){
var sheets=document.querySelectorAll('.lj-sheet'),now=0,paused=false,timer=null,hint=document.getElementById('lj-hint');
function fit(){
var w=window.innerWidth,h=window.innerHeight,k=Math.min(w/${width},h/${height});
var t='translate('+Math.max(0,(w-${width}*k)/2)+'px,'+Math.max(0,(h-${height}*k)/2)+'px) scale('+k+')';
for(var i=0;i<sheets.length;i++){var s=sheets[i].style;s.webkitTransform=t;s.msTransform=t;s.transform=t;}
}
function show(n){
now=(n+sheets.length)%sheets.length;
for(var i=0;i<sheets.length;i++){sheets[i].className=i===now?'lj-sheet lj-now':'lj-sheet';}
clearTimeout(timer);
if(!paused&&sheets.length>1){timer=setTimeout(function(){show(now+1);},SECONDS*1000);}
}
document.onkeydown=function(e){
e=e||window.event;var k=e.keyCode;
if(k===39||k===34||k===40){show(now+1);}
else if(k===37||k===33||k===38){show(now-1);}
else if(k===36){show(0);}
else if(k===35){show(sheets.length-1);}
else if(k===32){paused=!paused;show(now);hint.style.visibility=paused?'visible':'hidden';if(e.preventDefault){e.preventDefault();}}
};
document.onclick=function(){show(now+1);};
window.onresize=fit;
document.body.className='lj-play';
fit();show(0);
setTimeout(function(){if(!paused){hint.style.visibility='hidden';}},6000);
})();
`

/** 晾晒大屏 as one self-contained HTML file: no network, old browsers too; printed, it gives a page a sheet. */
export function displayHtml(content: DisplayContent): string {
  const sheets = content.pages.map((_, index) => `<div class="lj-sheet">${pageMarkup(content, index)}</div>`)
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge">',
    `<title>${escapeMarkup(content.title)}</title><style>${DISPLAY_CSS}${CSS}</style></head><body>`,
    ...sheets,
    '<div class="lj-hint" id="lj-hint">空格 暂停或继续　← → 翻页　F11 全屏</div>',
    `<script>${SCRIPT.replace('SECONDS', String(content.seconds))}</script></body></html>`
  ].join('\n')
}
