// What can be wrong with the browser that prints documents and shows the window where there is no Electron.

export const browserProblems = {
  browser_not_found: {
    zh: '没有找到可用于打印的浏览器：请安装 Edge、Chrome 或 Chromium，或用 DESK_BROWSER 指定',
    en: 'No browser to print with was found: install Edge, Chrome or Chromium, or name one in DESK_BROWSER',
  },
  browser_not_there: {
    zh: 'DESK_BROWSER 指定的浏览器不存在：{program}',
    en: 'The browser named in DESK_BROWSER is not there: {program}',
  },
} as const;
