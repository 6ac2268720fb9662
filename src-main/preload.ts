// The bridge in the sandboxed window: the functions of `ShellBridge` and nothing of Electron. A message port cannot cross
// the bridge, so it is posted to the page's own window.

import { contextBridge, ipcRenderer } from 'electron';
import {
  portMessage,
  type ShellBridge,
  type ShellQuestions,
  type ShellTellings,
  type WindowNews,
} from '../src-shared/contract/shell.ts';

const portNews: WindowNews = 'shell:port';
const lockNews: WindowNews = 'shell:machine-lock';

function ask<Channel extends keyof ShellQuestions>(
  channel: Channel,
  input: ShellQuestions[Channel]['input'],
): Promise<ShellQuestions[Channel]['answer']> {
  // A page that nobody has touched yet has no business with dialogs.
  if (!navigator.userActivation.hasBeenActive) return Promise.reject(new Error(`${channel}: nobody asked for it`));
  return ipcRenderer.invoke(channel, input);
}

function tell<Channel extends keyof ShellTellings>(channel: Channel, input: ShellTellings[Channel]): void {
  ipcRenderer.send(channel, input);
}

const bridge: ShellBridge = {
  requestPort: () => tell('shell:request-port', null),
  saveFile: (file) => ask('shell:save-file', { name: file.name, media: file.media, bytes: file.bytes }),
  openFile: (wanted) => ask('shell:open-file', { label: wanted.label, endings: [...wanted.endings] }),
  print: (html) => ask('shell:print', html),
  notify: (notice) => tell('shell:notify', { title: notice.title, body: notice.body }),
  onMachineLock: (listener) => {
    const hear = () => listener();
    ipcRenderer.on(lockNews, hear);
    return () => {
      ipcRenderer.off(lockNews, hear);
    };
  },
};

window.addEventListener('copy', () => tell('shell:copied', null));
window.addEventListener('cut', () => tell('shell:copied', null));
ipcRenderer.on(portNews, (event) => window.postMessage(portMessage, window.origin, event.ports));
contextBridge.exposeInMainWorld('shellBridge', bridge);
