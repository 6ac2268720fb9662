// Notifications of the system: which were shown, and a click on one.

import { EventEmitter } from 'node:events';
import type { Notification, NotificationConstructorOptions } from 'electron';

export function createNotifications() {
  const shown: { readonly title: string; readonly body: string; readonly click: () => void }[] = [];
  class StandInNotification extends EventEmitter implements Pick<Notification, 'show'> {
    readonly #options: NotificationConstructorOptions;

    constructor(options: NotificationConstructorOptions = {}) {
      super();
      this.#options = options;
    }

    static isSupported(): boolean {
      return true;
    }

    show(): void {
      const { title = '', body = '' } = this.#options;
      shown.push({ title, body, click: () => this.emit('click') });
    }
  }
  return { shown, module: StandInNotification };
}
