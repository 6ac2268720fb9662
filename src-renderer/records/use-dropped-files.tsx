// Takes files that are dropped anywhere on the page, and pictures that are pasted.

import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

/** Gives the veil to show while files are dragged over the page. */
export function useDroppedFiles(isActive: boolean, take: (files: readonly File[]) => void): ReactNode {
  const [isOver, setOver] = useState(false);
  const { t } = useWords();
  useEffect(() => (isActive ? listenToFiles(take, setOver) : undefined), [isActive, take]);
  return isOver ? <div className={classes.dropVeil}>{t('records.dropHere')}</div> : null;
}

function listenToFiles(take: (files: readonly File[]) => void, setOver: (isOver: boolean) => void): () => void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    take([...(event.dataTransfer?.files ?? [])]);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (files.length > 0 && !isTyping) take(files);
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
    document.removeEventListener('paste', paste);
  };
}
