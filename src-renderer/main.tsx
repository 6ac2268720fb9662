// Starts the window: words, connection, first picture.

import './app/before-schemas.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/fonts.css';
import './app/global.css';
import 'dayjs/locale/zh-cn';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { required } from '../src-shared/base/assert.ts';
import { App } from './app/app.tsx';
import { lastLanguage } from './app/remembered.ts';
import { portChannel, socketChannel } from './desk/channel.ts';
import { createConnection } from './desk/connection.ts';
import { createDesk } from './desk/desk.ts';
import { pageNonce } from './desk/nonce.ts';
import { shellOf } from './desk/shell.ts';
import { createWords } from './words/create-words.ts';

setNonce(pageNonce(document));
const bridge = window.shellBridge;
const openChannel = bridge === undefined ? socketChannel(window.location) : portChannel(window, bridge);
const connection = createConnection(openChannel, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
const desk = createDesk(connection, shellOf(window));
const words = createWords(lastLanguage(window.localStorage));

createRoot(required(document.getElementById('root'), 'index.html has a root')).render(
  <StrictMode>
    <App desk={desk} words={words} />
  </StrictMode>,
);
