// What can go wrong when the shell saves, opens or prints for the window.

export const shellProblems = {
  shell_file_not_written: {
    zh: '文件“{name}”没有保存成功（{reason}），请换一个文件夹再试',
    en: 'The file “{name}” could not be saved ({reason}); try another folder',
  },
  shell_file_too_large: {
    zh: '文件“{name}”过大：{size} MB，最大 {limit} MB',
    en: 'The file “{name}” is too large: {size} MB, at most {limit} MB',
  },
  shell_dialog_open: {
    zh: '已有一个保存、打开或打印的对话框，请先完成它',
    en: 'A dialog to save, open or print is already open; finish that one first',
  },
} as const;
