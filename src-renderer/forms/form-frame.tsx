// The frame of a form: its keys (Enter to the next field, F8 or Ctrl+S saves, Esc leaves) and its setting for all fields.

import { type KeyboardEvent, type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { focusNext } from './field-dom.ts';
import classes from './form.module.css';
import { type FormSetting, FormSettingProvider } from './form-setting.ts';

type Props = {
  readonly setting: FormSetting;
  readonly label: string;
  readonly onSave?: () => void;
  /** Asked to leave by Esc; whoever gets this asks about unsaved work. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
};

export function FormFrame({ setting, label, onSave, onLeave, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { language } = useWords();
  useSaveKeys(frame, onSave, onLeave);
  const stepOn = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented || hasModifier(event)) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    if (frame.current) focusNext(target, frame.current);
  };
  return (
    <FormSettingProvider value={setting}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is form or group */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles may be named */}
      <div
        ref={frame}
        className={classes.form}
        role={setting.readOnly ? 'group' : 'form'}
        aria-label={label}
        data-language={language}
        onKeyDown={stepOn}
      >
        {children}
      </div>
    </FormSettingProvider>
  );
}

function hasModifier(event: {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

/**
 * F8, Ctrl+S and Esc work wherever the cursor is, but never behind a dialog that lies above the form. They are bound as
 * the form is drawn: what can be seen can be saved.
 */
function useSaveKeys(frame: { readonly current: HTMLElement | null }, onSave?: () => void, onLeave?: () => void): void {
  const hear = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.isComposing || isCovered(frame.current)) return;
    const isSave = event.key === 'F8' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's');
    if (isSave && onSave) {
      event.preventDefault();
      onSave();
    } else if (event.key === 'Escape' && onLeave && !isOpenBox(event.target)) {
      onLeave();
    }
  });
  useLayoutEffect(() => {
    // Before anything else hears the key: a dialog that closes on Esc is still there when this looks for it.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}

/** A dialog or calendar lies above the form, wherever the focus is just now. */
function isCovered(frame: HTMLElement | null): boolean {
  return [...document.querySelectorAll('[role=dialog]')].some((dialog) => !dialog.contains(frame));
}

/** A list or calendar that Esc closes first. */
function isOpenBox(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    (target.getAttribute('aria-expanded') === 'true' || target.closest('.mantine-Popover-dropdown') !== null)
  );
}
