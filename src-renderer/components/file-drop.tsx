// Where one spreadsheet comes in: dropped onto the frame, or chosen with its button.

import { Button, Group, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import classes from './file-drop.module.css';

type Props = {
  readonly title: string;
  readonly note?: string;
  readonly choose: string;
  readonly isTaking: boolean;
  readonly onChoose: () => void;
  readonly onFile: (file: File) => void;
};

export function FileDrop({ title, note, choose, isTaking, onChoose, onFile }: Props) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={title}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group wrap="nowrap" gap="md">
        <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden />
        <div>
          <Text fw={500}>{title}</Text>
          {note !== undefined && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        <Button ml="auto" loading={isTaking} onClick={onChoose} data-autofocus>
          {choose}
        </Button>
      </Group>
    </section>
  );
}
